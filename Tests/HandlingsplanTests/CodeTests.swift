import Coordinates
import Handlingsplan
import Testing

@Suite("The committee that a code means")
struct CodeTests {
    @Test("Found by its code alone, it is the one that a register of all has, at every moment")
    func sameAsRegister() throws {
        let (one, two, three) = (CommitteeNumber(1), CommitteeNumber(2), CommitteeNumber(3))
        let events: [(Event, String)] = [
            (.committeeEstablished(one, naming("KS")), "2014-01-01"),
            (.committeeEstablished(two, naming("BUN")), "2014-01-01"),
            (.committeeRenamed(one, naming("BUN")), "2015-01-01"),
            (.committeeDissolved(two, successor: one), "2015-01-01"),
            (.committeeEstablished(three, naming("KS")), "2016-01-01"),
        ]
        var state = LedgerState()
        for (index, (event, date)) in events.enumerated() {
            try state.evolve(
                RecordedAct(
                    position: Position(UInt64(index) + 1),
                    recordedAt: Timestamp(milliseconds: Int64(index)),
                    act: Act(effective: CalendarDate(date)!, events: [event])))
        }
        let codes = ["KS", "BUN", "SN"].map { CommitteeCode($0)! }
        var found = 0
        for year in 2013...2017 {
            for known in 0...UInt64(events.count) {
                let moment = Moment(
                    effective: CalendarDate(year: year, month: 6, day: 1)!, known: Position(known))
                let register = CommitteeRegister(state.committees(), at: moment)
                for code in codes {
                    let story = try? state.committee(code, at: moment)
                    #expect(story == register.committee(code))
                    if story != nil { found += 1 }
                }
            }
        }
        #expect(found > 20)
    }

    private func naming(_ name: String) -> Naming { Naming(code: CommitteeCode(name)!, name: name) }
}
