import Answers
import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import TestSupport
import Testing
import Views

@Suite("Answers")
struct AnswerTests {
    @Test("Every question is answered alike from rows and from the entries, at any moment")
    func alike() throws {
        var seeds = SeededGenerator(announcing: "Random questions")
        for _ in 0..<2 {
            let seed = seeds.next()
            try withLedger { ledger in
                var history = RandomHistory(seed: seed)
                ledger.step = .seconds(3 * 86_400)
                try ledger.record(RandomHistory.opening)
                try ledger.record(&history, until: TreeSize(50))
                _ = try ledger.registry.rebuild()
                for _ in 0..<3 { try check(&history, ledger) }
            }
        }
    }

    private func check(_ history: inout RandomHistory, _ ledger: TestLedger) throws {
        let size = try ledger.size
        let moment = Moment(
            effective: try history.days(1, around: ledger.today)[0],
            known: Position(history.pick(0...size.count - 1)))
        let founding = try ledger.registry.log.founding
        try ledger.registry.read { log, views in
            let state = try LedgerState(folding: log)
            let actions = state.counts().actions
            var questions = try state.everyQuestion(at: moment, asOf: ledger.now)
            questions += (0..<actions).map { ActionQuestion(ActionNumber($0 + 1)) }
            questions += (0..<size.count).map { EntryQuestion(Position($0)) }
            questions += state.boards(at: moment).map { KnownQuestion($0.committee.code) }
            questions.append(LogQuestion())
            #expect(questions.count > 50)
            for question in questions {
                let derived = try question.told(at: moment, of: founding, in: log, state)
                let stored = try question.told(at: moment, of: founding, in: log, views)
                #expect(derived == stored, "\(question.name) at \(moment)")
            }
        }
    }
}
