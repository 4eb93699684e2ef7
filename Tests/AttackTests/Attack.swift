import Foundation
import Testing

/// A row of `attacks.md`, and what it does.
struct Attack: Sendable, CustomTestStringConvertible {
    /// What an auditor has, besides the ledger's verification key.
    enum Knowledge: String {
        case id, checkpoint, copy, witness
    }

    let row: String
    let testDescription: String
    let remade: Forgery.Remade
    let known: Set<Knowledge>
    /// What the audit says first, and what the other verifier does.
    let audit: String
    let verifier: String

    static let table = Result { try read() }
    /// For tests that take one row after the other; empty where the table cannot be read.
    static let all = (try? table.get()) ?? []

    private static func read() throws -> [Attack] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "attacks.md")
        return try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n").filter {
                $0.hasPrefix("| ") && !$0.hasPrefix("| row") && !$0.hasPrefix("| v")
            }
            .map { try Attack(line: $0) }
    }

    private init(line: Substring) throws {
        let cells = line.dropFirst().dropLast().split(separator: "|")
            .map { $0.trimmingCharacters(in: .whitespaces) }
        guard cells.count == 6, let remade = Forgery.Remade(rawValue: cells[2]) else {
            throw UnreadableRow(line: String(line))
        }
        row = cells[0]
        testDescription = "\(cells[0]) \(cells[1])"
        self.remade = remade
        known = try Set(
            cells[3].split(separator: ", ").map { word in
                guard let known = Knowledge(rawValue: String(word)) else {
                    throw UnreadableRow(line: String(line))
                }
                return known
            })
        audit = cells[4]
        verifier = cells[5]
    }

    /// The published ledger after the attack.
    func forged() throws -> Forgery {
        var forgery = try Forgery(of: HonestLedger.made.get())
        guard let deed = deed else { throw UnreadableRow(line: row) }
        try deed(&forgery)
        try forgery.remake(remade)
        return forgery
    }
}

struct UnreadableRow: Error {
    let line: String
}
