import Coordinates
import LedgerSupport
import Testing
import TransparencyLog

@testable import EntryLog

/// Something done to the stored bytes of a ledger with 300 entries, and what an audit must say
/// of it first.
struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let position: UInt64?
    /// As `Problem.kind`.
    let kind: String
    /// Whether a replay of the whole log notices too: not where only the log's end is concerned.
    let isReplayed: Bool
    let apply: @Sendable (StoredLog) throws -> Void

    init(
        _ description: String, at position: UInt64?, is kind: String, isReplayed: Bool = true,
        _ apply: @escaping @Sendable (StoredLog) throws -> Void
    ) {
        testDescription = description
        self.position = position
        self.kind = kind
        self.isReplayed = isReplayed
        self.apply = apply
    }

    static let all = changes + removals + signatures + tiles + ends + records
}

extension Attack {
    private static let changes = [
        Attack("first byte changed", at: 150, is: "malformed") { try $0.flip(0, of: 150) },
        Attack("key id changed", at: 150, is: "signer") {
            try $0.flip(TestLedger.founder.publicKey.id.bytes, of: 150)
        },
        Attack("seal changed", at: 150, is: "signature") { log in
            let bytes = try log.entry(150)
            let entry = try Entry(decoding: bytes.rawSpan)
            try log.flip(entry.seal.bytes, of: 150)
        },
        Attack("content changed", at: 150, is: "signature") { log in
            var bytes = try log.entry(150)
            let letter = try #require(bytes.lastRange(of: Array("Text".utf8))).lowerBound
            bytes[letter] = UInt8(ascii: "N")
            try log.setEntry(150, to: bytes)
        },
        Attack("signature's first byte changed", at: 150, is: "signature") {
            try $0.flip(-COSE.signatureByteCount, of: 150)
        },
        Attack("last byte changed", at: 150, is: "signature") { try $0.flip(-1, of: 150) },
        Attack("founding entry's signature changed", at: 0, is: "signature") {
            try $0.flip(-1, of: 0)
        },
        Attack("entry cut short", at: 150, is: "malformed") {
            try $0.setEntry(150, to: $0.entry(150).dropLast())
        },
        Attack("entry emptied", at: 150, is: "malformed") { try $0.setEntry(150, to: []) },
        Attack("bytes after an entry", at: 150, is: "malformed") {
            try $0.setEntry(150, to: $0.entry(150) + [0])
        },
    ]

    private static let removals = [
        Attack("entry removed", at: 150, is: "missing") { try $0.setEntry(150, to: nil) },
        Attack("last entry removed", at: 299, is: "missing") { try $0.setEntry(299, to: nil) },
        Attack("last entry removed, with a head to fit", at: nil, is: "command", isReplayed: false)
        { log in
            try log.setHead(log.head(of: 299))
            try log.setEntry(299, to: nil)
        },
        Attack("two entries swapped", at: 150, is: "position") { log in
            let (first, second) = (try log.entry(150), try log.entry(151))
            try log.setEntry(150, to: second)
            try log.setEntry(151, to: first)
        },
        Attack("entry repeated after the end", at: 300, is: "stray", isReplayed: false) {
            try $0.setEntry(300, to: $0.entry(299))
        },
        Attack("record under a key that is no position", at: nil, is: "stray") {
            try $0.set(.entries, [0, 0], to: $0.entry(7))
        },
    ]

    private static let signatures = [
        Attack("signed again by a stranger", at: 150, is: "signer") {
            try $0.setEntry(150, to: $0.signAgain(150, by: TestLedger.key(9)))
        },
        Attack("signed again by a stranger in the founder's name", at: 150, is: "signature") {
            try $0.setEntry(150, to: $0.forge(150, by: TestLedger.key(9)))
        },
        Attack("other content, signed by the founder", at: 151, is: "seal") { log in
            let bytes = try log.entry(12)
            let other = try Entry(decoding: bytes.rawSpan)
            try log.setEntry(
                150,
                to: log.signAgain(
                    150, content: Array(copying: other.content), by: TestLedger.founder))
        },
        Attack("entry of a ledger with another history", at: 150, is: "seal") { log in
            let bytes = try log.entry(150)
            let entry = try Entry(decoding: bytes.rawSpan)
            let fields = PayloadFields(
                position: entry.position, seal: .emptyTree, recordedAt: entry.recordedAt,
                commandID: entry.commandID, founding: nil)
            let foreign = try encodeEntry(
                fields, content: Array(copying: entry.content), signedBy: TestLedger.founder)
            try log.setEntry(150, to: foreign)
        },
    ]
}

extension Attack {
    private static let tile = Tile(level: 0, index: 0, width: Tile.fullWidth)!

    private static let tiles = [
        Attack("tile changed", at: 255, is: "tile") { log in
            var hashes = try log.bytes(.tiles, tile.key)
            hashes[100] ^= 1
            try log.set(.tiles, tile.key, to: hashes)
        },
        Attack("tile cut short", at: 255, is: "tile") {
            try $0.set(.tiles, tile.key, to: $0.bytes(.tiles, tile.key).dropLast())
        },
        Attack("tile deleted", at: 255, is: "tile") { try $0.set(.tiles, tile.key, to: nil) },
        Attack("hash above the leaves changed", at: nil, is: "tile", isReplayed: false) { log in
            let above = try #require(Tile(level: 1, index: 0, width: 1))
            var hashes = try log.bytes(.tiles, above.key)
            hashes[7] ^= 1
            try log.set(.tiles, above.key, to: hashes)
        },
        Attack("tile before its time", at: nil, is: "tile", isReplayed: false) { log in
            let next = try #require(Tile(level: 0, index: 1, width: Tile.fullWidth))
            try log.set(.tiles, next.key, to: log.bytes(.tiles, tile.key))
        },
    ]

    private static let ends = [
        Attack("head of a shorter log", at: 299, is: "stray", isReplayed: false) {
            try $0.setHead($0.head(of: 299))
        },
        Attack("head of a longer log", at: 300, is: "missing", isReplayed: false) { log in
            let head = try log.head(of: 300)
            let hashes = head.frontier.hashes + [.emptyTree]
            let frontier = try #require(Frontier(size: TreeSize(301), hashes: hashes))
            try log.setHead(Head(frontier: frontier, recordedAt: head.recordedAt))
        },
        Attack("head with another root", at: nil, is: "head") { log in
            let head = try log.head(of: 300)
            let hashes = Array(head.frontier.hashes.dropLast()) + [.emptyTree]
            let frontier = try #require(Frontier(size: head.size, hashes: hashes))
            try log.setHead(Head(frontier: frontier, recordedAt: head.recordedAt))
        },
        Attack("head with another time", at: nil, is: "head", isReplayed: false) { log in
            let frontier = try log.head(of: 300).frontier
            try log.setHead(Head(frontier: frontier, recordedAt: Timestamp(milliseconds: 1)))
        },
    ]

    private static let records = [
        Attack("command record deleted", at: 150, is: "command") {
            try $0.setRecord(of: $0.commandID(150), to: nil)
        },
        Attack("command record leads elsewhere", at: 150, is: "command") {
            try $0.setRecord(of: $0.commandID(150), to: 151..<152)
        },
        Attack("command record claims one more entry", at: 150, is: "command") {
            try $0.setRecord(of: $0.commandID(150), to: 150..<152)
        },
        Attack("command record garbled", at: 150, is: "command") {
            try $0.set(.commands, $0.commandID(150).key, to: [0xff])
        },
        Attack("command record added", at: nil, is: "command", isReplayed: false) {
            try $0.setRecord(of: #require(CommandID("never-sent")), to: 150..<151)
        },
    ]
}

extension [UInt8] {
    fileprivate func lastRange(of part: [UInt8]) -> Range<Int>? {
        (0...(count - part.count)).last { self[$0...].starts(with: part) }
            .map { $0..<$0 + part.count }
    }
}
