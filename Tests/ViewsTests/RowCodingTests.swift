import CBOR
import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import Registry
import TestSupport
import Testing
import Views

@Suite("The rows' encoding")
struct RowCodingTests {
    /// A story with something in each timeline, corrected and brought back.
    static func ledgerState() throws -> LedgerState {
        try withLedger { ledger in
            try ledger.record([
                .establish("KS"), .establish("BUN"),
                .adopt("plan", actions: 2, by: "KS", deadline: "innan maj 2014"),
                .report(1, .ongoing), .amend(1, "Räksmörgås"), .assign(ActionNumber(1), .all),
                .setDeadline(ActionNumber(1), text: "löpande"), .close(1),
                .reopenAction(ActionNumber(1), reason: "För tidigt"), .correct(8), .correct(10),
                .transfer(ActionNumber(2), from: nil, to: [code("BUN")]),
                .renameCommittee(code("KS"), to: Naming(code: code("KSN"), name: "Styrelsen")),
                .dissolveCommittee(code("BUN"), successor: code("KSN")),
                .dissolveCommittee(code("KSN"), successor: nil),
            ])
            return try ledger.registry.log.read { try LedgerState(folding: $0) }
        }
    }

    private func check<Row: CBORCodable & Equatable>(_ rows: [Row]) throws {
        #expect(!rows.isEmpty)
        for row in rows {
            let bytes = row.encoded
            #expect(try Row(decoding: bytes.span.bytes) == row)
            for length in bytes.indices {
                #expect(throws: CBORError.self) {
                    try Row(decoding: Array(bytes.prefix(length)).span.bytes)
                }
            }
        }
    }

    @Test("A row reads back as it was, and no part of it reads at all")
    func roundTrip() throws {
        let state = try Self.ledgerState()
        try check(state.committees())
        try check(state.documents())
        try check((1...state.counts().actions).compactMap { state.action(ActionNumber($0)) })
        try check([
            state.actions(everOf: .allCommittees),
            state.actions(everOf: .committee(CommitteeNumber(1))),
        ])
        try check([state.corrections(of: Position(8)), state.corrections(of: Position(1))])
    }

    @Test(
        "A committee's standing is nothing but established or dissolved, with at most one successor",
        arguments: [[0xf4], [0x82, 0x01, 0x02], [0x01], [0xf6]] as [[UInt8]])
    func standing(bytes: [UInt8]) {
        #expect(throws: CBORError.self) {
            try CommitteeStory.Standing(decoding: bytes.span.bytes)
        }
    }
}
