import CBOR
import Coordinates
import Handlingsplan
import PlanLog
import TransparencyLog

@testable import EntryLog

// What a log stores and publishes. Its bytes are signed and hashed, so each value has one encoding:
// what is read, is written again as it was.

extension Target {
    static let log = [cbor, entry, act, acts, bundle, tilePath, proof]

    private static let cbor = Target(name: "cbor") { bytes in
        var reader = Reader(bytes.span.bytes)
        var encoder = Encoder()
        let isRead = succeeds {
            try copyItem(from: &reader, to: &encoder)
            try reader.end()
        }
        var skipper = Reader(bytes.span.bytes)
        let isSkipped = succeeds {
            _ = try skipper.skip()
            try skipper.end()
        }
        claim(isRead == isSkipped, "what can be skipped can be read, and nothing else")
        if isRead { claim(encoder.bytes == bytes, "CBOR has one encoding") }
    }

    private static let entry = Target(name: "entry") { bytes in
        let position = Position(1)
        var glanced: [UInt8]?
        if let content = try? Entry.content(of: bytes.span.bytes, at: position) {
            glanced = Array(copying: content)
        }
        guard let entry = try? Entry(decoding: bytes.span.bytes) else { return }
        let copy = EntryCopy(entry)
        claim(copy.isSpelledAlike, "an entry has one encoding")
        if entry.position == position {
            claim(glanced == copy.content, "a glance finds the content")
        }
        if let founding = entry.founding { _ = entry.isSigned(by: founding.founder) }
    }

    private static let act = Target(name: "act") { bytes in
        var glanced: [[UInt8]] = []
        let isGlanced = succeeds {
            try forEachEvent(glancingAt: bytes.span.bytes) { _, event in
                glanced.append(Array(copying: event.bytes))
            }
        }
        guard let act = try? Act(decoding: bytes.span.bytes) else { return }
        claim(
            act.parts(contentByteLimit: .max).map(\.content) == [bytes], "an act has one encoding")
        claim(isGlanced && glanced == act.events.map(\.encoded), "a glance finds the events")
    }

    /// Acts as a bundle frames entries, folded one after the other: somebody with the right to
    /// record wrote them with another program.
    private static let acts = Target(name: "acts") { bytes in
        var state = LedgerState()
        var acts: [Act] = []
        for content in bytes.framed {
            let position = Position(UInt64(acts.count + 1))
            do {
                let act = try Act(decoding: content.span.bytes)
                let turned = try turnedActs(by: act, at: position) { acts[Int($0.index) - 1] }
                var next = state
                try next.evolve(
                    RecordedAct(
                        position: position, recordedAt: Timestamp(milliseconds: 0), act: act,
                        turned: turned))
                state = next
                acts.append(act)
            } catch {
                break
            }
        }
        for day in [CalendarDate(year: 2014, month: 5, day: 20), .endOfCalendar] {
            _ = state.boards(at: Moment(effective: day!, known: Position(UInt64(acts.count))))
        }
    }

    /// The first byte is the bundle's width, less one.
    private static let bundle = Target(name: "bundle") { bytes in
        guard let first = bytes.first, let bundle = EntryBundle(index: 0, width: Int(first) + 1)
        else { return }
        let stored = Array(bytes.dropFirst())
        guard let entries = try? bundle.decode(stored) else { return }
        var again: [UInt8] = []
        for entry in entries { try? EntryBundle.append(entry.span.bytes, to: &again) }
        claim(entries.count == bundle.width && again == stored, "a bundle has one encoding")
    }

    private static let tilePath = Target(name: "tile-path") { bytes in
        let path = bytes.text
        for read in [Tile(path: path)?.path, EntryBundle(path: path)?.path].compactMap(\.self) {
            claim(Array(read.utf8) == bytes, "a path is of one tile or bundle")
        }
    }

    /// A position, two sizes, and the hashes of a proof.
    private static let proof = Target(name: "proof") { bytes in
        let numbers = bytes.prefix(24).chunks(of: 8).map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
        guard numbers.count == 3 else { return }
        let hashes = bytes.dropFirst(24).chunks(of: Hash.byteCount)
            .compactMap { Hash(bytes: $0.span.bytes) }
        guard let root = hashes.first else { return }
        let proof = Array(hashes.dropFirst())
        let isIncluded = MerkleTree.checkInclusion(
            of: root, at: Position(numbers[0]), in: TreeSize(numbers[1]), root: root, proof: proof)
        claim(!isIncluded || proof.isEmpty, "no hash is found that leads to itself")
        let isContinued = MerkleTree.checkConsistency(
            from: TreeSize(numbers[1]), oldRoot: root, to: TreeSize(numbers[2]), newRoot: root,
            proof: proof)
        claim(!isContinued || proof.isEmpty, "a tree that grew has another root")
    }
}

/// An item of any type, read and written again.
private func copyItem(from reader: inout Reader, to encoder: inout Encoder) throws(CBORError) {
    func copy(_ reader: inout Reader) throws(CBORError) -> [UInt8] {
        var encoder = Encoder()
        try copyItem(from: &reader, to: &encoder)
        return encoder.bytes
    }
    switch try reader.peekType() {
    case .unsigned: encoder.unsigned(try reader.unsigned())
    case .negative: encoder.negative(try reader.negative())
    case .bytes: encoder.bytes(try reader.bytes())
    case .text: encoder.text(try reader.text())
    case .array:
        var items: [[UInt8]] = []
        try reader.array { (reader) throws(CBORError) in items.append(try copy(&reader)) }
        encoder.array(items.count) { encoder in
            for item in items { encoder.item(encoded: item.span.bytes) }
        }
    case .map:
        var fields: [(key: [UInt8], value: [UInt8])] = []
        try reader.generalMap { (key, reader) throws(CBORError) in
            fields.append((Array(copying: key), try copy(&reader)))
        }
        encoder.map { map in
            for (key, value) in fields {
                map.field(key: { $0.item(encoded: key.span.bytes) }) {
                    $0.item(encoded: value.span.bytes)
                }
            }
        }
    case .tag:
        encoder.tag(try reader.tag())
        try copyItem(from: &reader, to: &encoder)
    case .simple: encoder.simple(try reader.simple())
    case .float: encoder.double(try reader.double())
    }
}

/// An entry's values, to be written again with the signature that it came with. (The key is
/// another, since an entry only names its own.)
private struct EntryCopy: Signer {
    let publicKey = SigningKey(seed: [UInt8](repeating: 0, count: 32))!.publicKey
    let content: [UInt8]
    private let fields: PayloadFields
    private let payload: [UInt8]
    private let signature: [UInt8]

    init(_ entry: borrowing Entry) {
        fields = PayloadFields(
            position: entry.position, seal: entry.seal, recordedAt: entry.recordedAt,
            commandID: entry.commandID, founding: entry.founding)
        content = Array(copying: entry.content)
        payload = Array(copying: entry.payload)
        signature = Array(copying: entry.signature)
    }

    func signature(over _: [UInt8]) -> [UInt8] { signature }

    var isSpelledAlike: Bool {
        guard let bytes = try? encodeEntry(fields, content: content, signedBy: self),
            let again = try? Entry(decoding: bytes.span.bytes)
        else { return false }
        return Array(copying: again.payload) == payload
            && Array(copying: again.signature) == signature
    }
}

private func succeeds(_ read: () throws -> Void) -> Bool {
    do {
        try read()
        return true
    } catch {
        return false
    }
}

extension Collection<UInt8> {
    /// Parts of so many bytes, as many as are whole.
    fileprivate func chunks(of count: Int) -> [[UInt8]] {
        var rest = self[...]
        var chunks: [[UInt8]] = []
        while rest.count >= count {
            chunks.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return chunks
    }
}

extension [UInt8] {
    /// The parts of a sequence in which two bytes of length, big-endian, stand before each.
    fileprivate var framed: [[UInt8]] {
        var rest = self[...]
        var parts: [[UInt8]] = []
        while let high = rest.popFirst(), let low = rest.popFirst() {
            parts.append(Array(rest.prefix(Int(high) << 8 | Int(low))))
            rest = rest.dropFirst(parts[parts.count - 1].count)
        }
        return parts
    }
}
