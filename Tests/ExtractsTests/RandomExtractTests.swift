import Coordinates
import EntryLog
import Extracts
import Handlingsplan
import LedgerSupport
import Registry
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("Extracts of random histories")
struct RandomExtractTests {
    @Test("What an extract's entries give is what the whole ledger gives, at any moment")
    func agreement() throws {
        var seeds = SeededGenerator(announcing: "Random extracts")
        for _ in 0..<10 {
            try agreement(of: RandomHistory(seed: seeds.next()))
        }
    }

    @Test("A committee whose first name was corrected is asked for by the one that it has left")
    func correctedNaming() throws {
        try agreement(of: RandomHistory(seed: 5_163_488_737_805_431_230))
    }

    private func agreement(of history: RandomHistory) throws {
        var history = history
        try withLedger { ledger in
            ledger.step = .seconds(3 * 86_400)
            try ledger.record(RandomHistory.opening)
            try ledger.record(&history, until: TreeSize(50))
            for _ in 0..<12 { try check(&history, ledger) }
        }
    }

    private func check(_ history: inout RandomHistory, _ ledger: TestLedger) throws {
        let day = try history.days(1, around: ledger.today)[0]
        let known = Position(history.pick(4...(try ledger.size.count) - 1))
        try ledger.registry.read { log, views in
            let subject: Extract.Question.Subject
            if history.chance(2) {
                subject = .action(ActionNumber(history.pick(1...views.counts().actions)))
            } else {
                let number = CommitteeNumber(history.pick(1...views.counts().committees))
                let moment = Moment(effective: day, known: known)
                let register = CommitteeRegister(try views.committees(), at: moment)
                guard register[number].naming.isKnown(at: known) else { return }
                subject = .committee(register.code(of: number))
            }
            let extract = try ledger.extract(subject, on: day, known: known)
            #expect(try Extract(extract.bytes) == extract)
            let checked = extract.check(
                trusting: Trust(key: TestLedger.vkey, ledger: try ledger.registry.log.id))
            #expect(checked.findings == [])
            let question = Extract.Question(subject, at: Moment(effective: day, known: known))
            let whole = try answer(to: question, in: log, by: views)
            #expect(extract.answer == whole, "\(question)")
        }
    }
}
