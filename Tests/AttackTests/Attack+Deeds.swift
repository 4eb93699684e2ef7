import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import PlanLog
import Publication
import TransparencyLog

extension Attack {
    typealias Deed = @Sendable (inout Forgery) throws -> Void

    /// What the attacker does in a row; nil for a row that is not known here.
    var deed: Deed? { entryDeed ?? historyDeed ?? signerDeed ?? fileDeed }

    /// Entries are edited, swapped, removed and inserted.
    private var entryDeed: Deed? {
        switch row {
        case "0a", "0b": { _ in }
        case "1a", "1b", "1c": { try $0.edit(150) }
        case "1d": { try $0.editInAnothersName(150) }
        case "1e": { try $0.edit(0) }
        case "2a", "2b": { $0.entries.swapAt(150, 151) }
        case "2c": { $0.entries.swapAt(0, 1) }
        case "3a", "3b": { $0.entries.remove(at: 150) }
        case "3c": { try $0.remove("tile/entries/001.p/44") }
        case "4a": { try $0.insert(at: 150, by: HonestLedger.stranger) }
        case "4b": { try $0.insert(at: 150, by: TestLedger.founder) }
        case "4c": { $0.entries.insert($0.entries[150], at: 150) }
        default: nil
        }
    }

    /// The history becomes another, which fits together.
    private var historyDeed: Deed? {
        switch row {
        case "5a", "5b", "5c": { $0.entries.removeSubrange(250...) }
        case "5d": { $0.entries.removeSubrange(180...) }
        case "6a": { try $0.rewrite(from: 1, by: TestLedger.checkpointKey) }
        case "6b", "6c", "6d", "6e": { try $0.rewrite(from: 0, by: TestLedger.checkpointKey) }
        case "6f": { try $0.foundAnew(checkpointKey: HonestLedger.stranger.publicKey) }
        case "6g": { try $0.foundAnew(origin: "a b+c") }
        case "7a": { try $0.goOn(from: 200, to: 250) }
        case "7b", "7c": { try $0.goOn(from: 200, to: 320) }
        case "8a": { try $0.fork(at: 200) }
        case "8b": { try $0.fork(at: 150) }
        default: nil
        }
    }

    /// Entries are signed by somebody who had no right to, or elsewhere.
    private var signerDeed: Deed? {
        switch row {
        case "9a": { try $0.append(forSN, by: HonestLedger.revoked) }
        case "9b": { try $0.correctRevocation() }
        case "10a": { try $0.append(forKS, by: HonestLedger.registrar) }
        case "10b": { try $0.append(correction(of: 150), by: HonestLedger.registrar) }
        case "11a": { $0.entries[150] = try $0.elsewhere().entries[150] }
        case "11b": { $0.entries[150] = try $0.elsewhere().entries[305] }
        case "11c": { $0.entries.append(try $0.elsewhere().entries[300]) }
        case "14c": { try $0.grantByRegistrar() }
        default: nil
        }
    }

    /// Files are changed that are no entries.
    private var fileDeed: Deed? {
        switch row {
        case "12a": { try $0.change("tile/0/000") { $0[150 * Hash.byteCount] ^= 1 } }
        case "12b": { try $0.change("tile/0/001.p/44") { $0[34 * Hash.byteCount] ^= 1 } }
        case "12c": { try $0.change("tile/1/000.p/1") { $0[0] ^= 1 } }
        case "12d": { try $0.change("tile/0/000") { $0.removeLast() } }
        case "13a": { try $0.sign($0.checkpoint.changed(origin: otherOrigin), as: otherOrigin) }
        case "13b": { try $0.sign($0.checkpoint.changed(origin: otherOrigin)) }
        case "13c": { try $0.sign($0.checkpoint, by: HonestLedger.stranger) }
        case "13d": { try $0.sign($0.checkpoint.changed(size: TreeSize(301))) }
        case "13e": { try $0.sign($0.checkpoint.changed(size: TreeSize(1 << 62))) }
        case "14a": { try $0.cosignEarlier(than: 151) }
        case "14b": { try $0.spoilCosignature() }
        default: nil
        }
    }
}

private let otherOrigin = "annanstans.example/liggare"

// Action 1 is that of KS, committee 1, and action 4 that of SN.
let forKS = Event.statusReported(
    ActionNumber(1), CommitteeNumber(1), StatusReport(.completed))
let forSN = Event.statusReported(
    ActionNumber(4), CommitteeNumber(2), StatusReport(.completed))

func correction(of position: UInt64) -> Event {
    .entryCorrected(Position(position), reason: "Fel")
}

extension Checkpoint {
    fileprivate func changed(origin: String? = nil, size: TreeSize? = nil) -> Checkpoint {
        Checkpoint(origin: origin ?? self.origin, size: size ?? self.size, root: root)
    }
}

extension Forgery {
    fileprivate mutating func editInAnothersName(_ position: Int) throws {
        try edit(position)
        try signInAnothersName(position)
    }

    /// A rightly sealed entry at a position, before those that stood there.
    fileprivate mutating func insert(at position: Int, by key: SigningKey) throws {
        let rest = entries[position...]
        entries.removeLast(rest.count)
        try append(forSN, by: key)
        entries += rest
    }

    /// As if the revocation at position 9 had never been, for the key that it took a right from.
    fileprivate mutating func correctRevocation() throws {
        try append(correction(of: 9), by: TestLedger.founder)
        try append(forSN, by: HonestLedger.revoked)
    }

    fileprivate mutating func grantByRegistrar() throws {
        let right = Right(.registrar([CommitteeNumber(2)]))
        try append(
            .keyGranted(Writer(HonestLedger.stranger.publicKey), right),
            by: HonestLedger.registrar)
        try append(forSN, by: HonestLedger.stranger)
    }

    /// A ledger of the same origin and keys, with another history from position 100 on, and longer.
    fileprivate func elsewhere() throws -> Forgery {
        var other = self
        try other.fork(at: 100)
        try other.goOn(from: 300, to: 306)
        return other
    }

    fileprivate func spoilCosignature() throws {
        try change(PublishedLayout.checkpoint(of: HonestLedger.witnessedSize)) { note in
            let letter = note.count - 20
            note[letter] = UInt8(ascii: note[letter] == UInt8(ascii: "A") ? "B" : "A")
        }
    }
}
