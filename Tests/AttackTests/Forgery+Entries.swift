import Coordinates
import Handlingsplan
import LedgerSupport
import LogSupport
import PlanLog
import TransparencyLog

@testable import EntryLog

// What is done to the entries.

extension Forgery {
    /// Changes a letter of what an entry says.
    mutating func edit(_ position: Int) throws {
        let text = Array((position == 0 ? TestLedger.founding.name : "Text").utf8)
        guard let letter = entries[position].lastRange(of: text)?.lowerBound else {
            throw NothingToEdit(position: position)
        }
        entries[position][letter] = UInt8(ascii: "N")
    }

    /// Puts the ledger's signature under an entry that names another signer.
    mutating func signInAnothersName(_ position: Int) throws {
        let bytes = entries[position]
        let entry = try Entry(decoding: bytes.span.bytes)
        let message = signatureStructure(
            protectedHeader: entry.protectedHeader, payload: entry.payload)
        entries[position].replaceSubrange(
            (bytes.count - COSE.signatureByteCount)...,
            with: try TestLedger.checkpointKey.signature(over: message))
    }

    /// The latest time at which an entry that can be read was recorded.
    var lastTime: Timestamp? {
        entries.suffix(8).compactMap { try? Entry(decoding: $0.span.bytes).recordedAt }.max()
    }

    /// Appends what follows rightly upon the entries, but for who signs it and what it says.
    mutating func append(_ events: Event..., by key: SigningKey) throws {
        let frontier = Frontier(of: entries)
        let last = lastTime?.milliseconds
        let act = Act(effective: day("2014-12-01"), events: events)
        let fields = PayloadFields(
            position: frontier.size.end, seal: frontier.root,
            recordedAt: Timestamp(milliseconds: (last ?? 0) + 60_000),
            commandID: "forged-\(frontier.size)", founding: nil)
        entries.append(
            try encodeEntry(
                fields, content: act.parts(contentByteLimit: 9999)[0].content, signedBy: key))
    }

    /// Goes on from so many entries with others, that the founder signs.
    mutating func goOn(from size: Int, to end: Int) throws {
        entries.removeLast(entries.count - size)
        for number in size..<end {
            try append(
                .actionAmended(ActionNumber(2), .title("Annat \(number)")),
                by: TestLedger.founder)
        }
    }

    /// Signs and seals anew what stands from a position on: by the keys that signed it, or all of it
    /// by one, who is made the founder too if the founding is among it.
    mutating func rewrite(from first: Int, by one: SigningKey? = nil) throws {
        try rewrite(from: first, by: one) { founding in
            one.map { founding.changed(founder: $0.publicKey) } ?? founding
        }
    }

    /// The same for all of it, by the keys that signed it, with another founding.
    mutating func foundAnew(origin: String? = nil, checkpointKey: PublicKey? = nil) throws {
        try rewrite(from: 0, by: nil) { founding in
            founding.changed(origin: origin, checkpointKey: checkpointKey)
        }
    }

    private mutating func rewrite(
        from first: Int, by one: SigningKey?, founding change: (Founding) -> Founding
    ) throws {
        let old = entries[first...]
        entries.removeLast(old.count)
        var frontier = Frontier(of: entries)
        for bytes in old {
            let entry = try Entry(decoding: bytes.span.bytes)
            let id = entry.keyID
            guard let key = one ?? HonestLedger.signers.first(where: { $0.publicKey.id == id })
            else { throw NothingToEdit(position: entries.count) }
            let fields = PayloadFields(
                position: frontier.size.end, seal: frontier.root, recordedAt: entry.recordedAt,
                commandID: entry.commandID, founding: entry.founding.map(change))
            let new = try encodeEntry(
                fields, content: Array(copying: entry.content), signedBy: key)
            frontier.append(Hash.leaf(new.span.bytes))
            entries.append(new)
        }
    }

    /// Changes the entry at a position, and signs and seals anew what follows: another history of the
    /// same keys.
    mutating func fork(at position: Int) throws {
        try edit(position)
        try rewrite(from: position)
    }
}

extension Founding {
    fileprivate func changed(
        origin: String? = nil, founder: PublicKey? = nil, checkpointKey: PublicKey? = nil
    ) -> Founding {
        Founding(
            name: name, origin: origin ?? self.origin, timeZone: timeZone,
            founder: founder ?? self.founder, checkpointKey: checkpointKey ?? self.checkpointKey,
            isRehearsal: isRehearsal)
    }
}

struct NothingToEdit: Error {
    let position: Int
}

extension [UInt8] {
    fileprivate func lastRange(of part: [UInt8]) -> Range<Int>? {
        (0...(count - part.count)).last { self[$0...].starts(with: part) }
            .map { $0..<$0 + part.count }
    }
}
