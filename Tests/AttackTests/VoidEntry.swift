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
                guard cells.count == 3 else { throw UnreadableRow(line: String(line)) }
                return VoidEntry(
                    row: cells[0], testDescription: "\(cells[0]) \(cells[1])", void: cells[2])
            }
    }

    /// The ledger after the attack.
    func forged() throws -> Forgery {
        var forgery = try Forgery(of: HonestLedger.made.get())
        guard let deed else { throw UnreadableRow(line: row) }
        try deed(&forgery)
        return forgery
    }

    private var deed: Attack.Deed? { signerDeed ?? ruleDeed ?? formDeed }

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
                // -8 in the protected header becomes -7 (ES256).
                let place = try #require(
                    $0.entries[300].indices.first { [entries = $0.entries] index in
                        entries[300][index...].starts(with: [0xa2, 0x01, 0x27])
                    })
                $0.entries[300][place + 2] = 0x26
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
        default: nil
        }
    }
}

extension Act {
    fileprivate init(_ event: Event) {
        self.init(effective: day("2014-12-01"), events: [event])
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
        earlierBy milliseconds: Int64 = 0
    ) throws {
        let frontier = Frontier(of: entries)
        let bytes = entries[entries.count - 1]
        let last = try Entry(decoding: bytes.span.bytes).recordedAt
        let fields = PayloadFields(
            position: position.map { Position($0) } ?? frontier.size.end, seal: frontier.root,
            recordedAt: Timestamp(milliseconds: last.milliseconds - milliseconds),
            commandID: "forged-\(frontier.size)", founding: founding)
        entries.append(
            try encodeEntry(fields, content: content, signedBy: TestLedger.founder))
    }
}
