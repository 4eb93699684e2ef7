import CBOR
import Coordinates
import Foundation
import Handlingsplan
import LedgerSupport
import LogSupport
import PlanLog
import TestSupport
import Testing
import TransparencyLog

@testable import EntryLog

/// A row of the second table in `attacks.md`.
struct VoidEntry: Sendable, CustomTestStringConvertible {
    let row: String
    let testDescription: String
    /// The reasons and positions.
    let void: String
    let isObeyed: Bool
    let isSignedOver: Bool
    let isRecordable: Bool
    let namedBy: Set<String>

    static let table = Result { try read() }
    static let all = (try? table.get()) ?? []

    private static func read() throws -> [VoidEntry] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "attacks.md")
        return try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n").filter { $0.hasPrefix("| v") }
            .map { line in
                let cells = line.dropFirst().dropLast().split(separator: "|")
                    .map { $0.trimmingCharacters(in: .whitespaces) }
                guard cells.count == 7 else { throw UnreadableRow(line: String(line)) }
                return VoidEntry(
                    row: cells[0], testDescription: "\(cells[0]) \(cells[1])", void: cells[2],
                    isObeyed: cells[3] == "yes", isSignedOver: cells[4] == "yes",
                    isRecordable: cells[5] == "yes",
                    namedBy: Set(cells[6].components(separatedBy: ", ")))
            }
    }

    /// The ledger after the attack.
    func forged() throws -> Forgery {
        var forgery = try Forgery(of: HonestLedger.made.get())
        guard let deed else { throw UnreadableRow(line: row) }
        try deed(&forgery)
        return forgery
    }

    private var deed: Attack.Deed? { signerDeed ?? ruleDeed ?? formDeed ?? logDeed }

    private var signerDeed: Attack.Deed? {
        let (founder, registrar) = (TestLedger.founder, HonestLedger.registrar)
        let own = Writer(registrar.publicKey)
        let strangers = Writer(HonestLedger.stranger.publicKey)
        return switch row {
        case "v1": { try $0.append(forSN, by: HonestLedger.stranger) }
        case "v2":
            {
                try $0.append(forKS, by: founder)
                $0.entries[300].replaceSubrange(
                    ($0.entries[300].count - 64)..., with: Array(repeating: 0, count: 64))
            }
        case "v3":
            {
                try $0.append(.actionAmended(ActionNumber(1), .title("Text")), by: founder)
                try $0.edit(300)
            }
        case "v4": { try $0.append(forSN, by: HonestLedger.revoked) }
        case "v5": { try $0.append(forKS, by: registrar) }
        case "v6": { try $0.append(.actionClosed(ActionNumber(4)), by: registrar) }
        case "v7":
            {
                try $0.append(.keyGranted(own, Right(.steward)), by: registrar)
                try $0.append(.keyGranted(strangers, Right(.steward)), by: registrar)
            }
        case "v8":
            {
                try $0.append(
                    .keyRevoked(Writer(founder.publicKey), reason: nil), by: registrar)
            }
        default: nil
        }
    }

    private var ruleDeed: Attack.Deed? {
        let founder = TestLedger.founder
        return switch row {
        case "v9":
            {
                try $0.append(.keyRevoked(Writer(founder.publicKey), reason: nil), by: founder)
            }
        case "v10":
            {
                let right = Right(.steward, until: .recordable.upperBound)
                try $0.append(.keyGranted(Writer(founder.publicKey), right), by: founder)
            }
        case "v11": { try $0.append(correction(of: 9), by: founder) }
        case "v12":
            {
                try $0.append(correction(of: 150), by: founder)
                try $0.append(correction(of: 150), by: founder)
            }
        case "v13": { try $0.append(correction(of: 0), by: founder) }
        case "v14": { try $0.append(correction(of: 301), by: founder) }
        case "v15":
            {
                try $0.append(forSN, by: HonestLedger.stranger)
                try $0.append(correction(of: 300), by: founder)
            }
        case "v26":
            {
                try $0.append(
                    .actionDecided(
                        ActionNumber(99), DecidedAction(document: DocumentNumber(1), title: "X")),
                    by: founder)
            }
        case "v27":
            {
                try $0.append(
                    .statusReported(ActionNumber(99), CommitteeNumber(1), StatusReport(.ongoing)),
                    by: founder)
            }
        default: nil
        }
    }

    private var formDeed: Attack.Deed? {
        let founder = TestLedger.founder
        return switch row {
        case "v16": { $0.entries.append(Array("nothing of ours".utf8)) }
        case "v17": { $0.entries.append([]) }
        case "v18":
            {
                try $0.append(forKS, by: founder)
                // -19 in the protected header becomes -18.
                let place = try #require(
                    $0.entries[300].indices.first { [entries = $0.entries] index in
                        entries[300][index...].starts(with: [0xa3, 0x01, 0x32])
                    })
                $0.entries[300][place + 2] = 0x31
            }
        case "v19":
            {
                try $0.append(forKS, by: founder)
                $0.entries[300].append(0)
            }
        case "v20": { try $0.append(founding: TestLedger.founding) }
        case "v21":
            {
                let note = String(repeating: "a", count: 66_000)
                try $0.append(
                    Act(
                        effective: day("2014-12-01"), reference: Reference(note: note),
                        events: [forKS]
                    ).encoded)
            }
        case "v22": { try $0.append(content: Act(forKS).encoded, position: 305) }
        case "v23": { try $0.append(content: Act(forKS).encoded, earlierBy: 86_400_000) }
        case "v24": { try $0.append(true.encoded) }
        case "v25":
            {
                try $0.append([
                    0xa2, 0x01, 0x19, 0x40, 0xd6, 0x05, 0x81, 0x83, 0x18, 0xfa, 0x01, 0xa0,
                ])
            }
        case "v28": { $0.entries.append($0.entries[150]) }
        case "v37": { try $0.append(Act(forKS, note: "\u{1b}[2J").encoded) }
        case "v38": { try $0.append(Act(forKS, note: "").encoded) }
        case "v39": { try $0.append(Act(.settingChanged(.timeZone("right/UTC"))).encoded) }
        case "v40":
            {
                // -719163 in place of a day of 2014: 0000-12-31.
                var content = Act(forKS).encoded
                content.replaceSubrange(4..<7, with: [0x3a, 0x00, 0x0a, 0xf9, 0x3a])
                try $0.append(content)
            }
        default: nil
        }
    }

    /// What is said of the log itself.
    private var logDeed: Attack.Deed? {
        let (founder, registrar) = (TestLedger.founder, HonestLedger.registrar)
        let declared = Event.clockDeclared(Position(299), reason: "Fel klocka")
        return switch row {
        case "v29":
            {
                try $0.append(.actionAmended(ActionNumber(1), .comment("Text")), by: founder)
                try $0.append(
                    content: Act(forSN).encoded, commandID: "forged-300", by: registrar)
            }
        case "v30": { try $0.disregard([Position(150)]) }
        case "v31":
            {
                try $0.append(forSN, by: HonestLedger.stranger)
                let run = VoidRun(
                    first: Position(300), last: Position(300),
                    root: Digest256(Array(repeating: 0, count: 32))!)
                try $0.append(.entriesDisregarded(run, reason: "Anmält"), by: founder)
            }
        case "v32":
            {
                try $0.append(forSN, by: HonestLedger.stranger)
                try $0.disregard([Position(300)], by: registrar)
            }
        case "v33":
            {
                try $0.append(.actionAmended(ActionNumber(1), .comment("Text")), by: founder)
                let declared = Event.clockDeclared(Position(300), reason: "Fel klocka")
                try $0.append(content: Act(declared).encoded, earlierBy: 86_400_000)
            }
        case "v34": { try $0.append(declared, by: registrar) }
        case "v35":
            {
                try $0.append(declared, by: founder)
                try $0.append(correction(of: 300), by: founder)
            }
        case "v42":
            {
                let last = try #require($0.lastTime)
                let stranger = HonestLedger.stranger
                let right = Right(.steward, until: last)
                try $0.append(
                    content: Act(.keyGranted(Writer(stranger.publicKey), right)).encoded)
                try $0.append(content: Act(declared).encoded, by: stranger)
                let key = TestLedger.key(9)
                let taken = Event.keyGranted(Writer(key.publicKey), Right(.steward))
                try $0.append(content: Act(taken).encoded, by: key)
            }
        case "v36":
            {
                try $0.append(
                    Act(effective: day("2014-12-01"), events: [declared, forKS]).encoded)
            }
        case "v41":
            {
                try $0.append(
                    Act(
                        effective: day("2014-01-02"),
                        events: [.committeeDissolved(CommitteeNumber(2), successor: nil)]
                    ).encoded)
                try $0.append(forSN, by: registrar)
            }
        default: nil
        }
    }
}

extension Act {
    fileprivate init(_ event: Event, note: String? = nil) {
        self.init(
            effective: day("2014-12-01"), reference: Reference(note: note), events: [event])
    }

    fileprivate var encoded: [UInt8] { parts(contentByteLimit: 99_999)[0].content }
}

extension Forgery {
    /// Appends a content of the founder's, rightly sealed.
    fileprivate mutating func append(_ content: [UInt8]) throws {
        try append(content: content)
    }

    fileprivate mutating func append(
        content: [UInt8] = [], founding: Founding? = nil, position: UInt64? = nil,
        earlierBy milliseconds: Int64 = 0, commandID: CommandID? = nil,
        by key: SigningKey = TestLedger.founder
    ) throws {
        let frontier = Frontier(of: entries)
        let last = try #require(lastTime)
        let fields = PayloadFields(
            position: position.map { Position($0) } ?? frontier.size.end, seal: frontier.root,
            recordedAt: Timestamp(milliseconds: last.milliseconds - milliseconds),
            commandID: commandID ?? "forged-\(frontier.size)", founding: founding)
        entries.append(try encodeEntry(fields, content: content, signedBy: key))
    }

    /// Says of entries, one run of them, that they were seen.
    mutating func disregard(
        _ positions: [Position], by key: SigningKey = TestLedger.founder
    ) throws {
        let range = Int(positions[0].index)...Int(positions[positions.count - 1].index)
        let run = VoidRun(
            first: positions[0], last: positions[positions.count - 1],
            root: Digest256(Frontier(of: Array(entries[range])).root.bytes)!)
        try append(
            content: Act(.entriesDisregarded(run, reason: "Intrång, anmält")).encoded, by: key)
    }
}
