import Coordinates
import Handlingsplan
import Testing

@Suite("A summary")
struct SummaryTests {
    @Test("counts an action once in the whole and in each of its areas, a share for each committee")
    func counting() throws {
        let ledger = try Chronicle.municipality().with(
            .on("2018-01-01", .decide(1, areas: [1, 2]), .assign(1, 2, 3)),
            .on("2018-02-01", .report(1, .completed, by: 2), .report(1, .delayed, by: 3)))
        let summary = ledger.state.summary(of: 2, at: ledger.moment("2018-03-01"))
        #expect(summary.whole.line == "1 open, 1 delayed, 1 without deadline")
        #expect(
            summary.areas.map(\.lines) == [
                [
                    "1 Skola: 1 open, 1 delayed, 1 without deadline",
                    "BUN: 1 open, 1 completed, 1 without deadline",
                    "SN: 1 open, 1 delayed, 1 without deadline",
                ],
                [
                    "2 Bostad: 1 open, 1 delayed, 1 without deadline",
                    "BUN: 1 open, 1 completed, 1 without deadline",
                    "SN: 1 open, 1 delayed, 1 without deadline",
                ],
            ])
        #expect(
            summary.committees.map(\.line) == [
                "KS: none", "BUN: 1 open, 1 completed, 1 without deadline",
                "SN: 1 open, 1 delayed, 1 without deadline",
            ])
    }

    @Test("lists areas and committees that have no action, under their names of the day")
    func zeroRows() throws {
        let ledger = try Chronicle.municipality().with(
            .on("2018-05-01", .areaDefined(3, 2, title: "Fritid")),
            .on("2018-05-01", .committeeRenamed(2, Naming(code: "UN", name: "Utbildning"))))
        let before = ledger.state.summary(of: 2, at: ledger.moment("2018-04-30"))
        #expect(before.areas.map(\.lines) == [["1 Skola: none"], ["2 Bostad: none"]])
        #expect(before.committees.map(\.line) == ["KS: none", "BUN: none", "SN: none"])
        let after = ledger.state.summary(of: 2, at: ledger.moment("2018-05-01"))
        #expect(after.areas.map(\.title) == ["Skola", "Bostad", "Fritid"])
        #expect(after.areas.map(\.document) == ["integration", "integration", "plan-2018"])
        #expect(after.committees.map(\.committee.code) == ["KS", "UN", "SN"])
        #expect(after.whole == Tally())
    }

    struct Sort: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let events: [Event]
        let line: String

        init(_ description: String, _ events: Event..., line: String) {
            testDescription = description
            self.events = events
            self.line = line
        }
    }

    static let sorts: [Sort] = [
        Sort("by its status", .report(1, .paused, by: 2), line: "1 open, 1 paused"),
        Sort("as closed only", .deadline(1, "snarast"), .actionClosed(1), line: "1 closed"),
        Sort(
            "as written off only", .deadline(1, "2018-02-01"),
            .actionWrittenOff(1, reason: "inga medel"), line: "1 written off"),
        Sort("as superseded only", .actionSuperseded(1, by: 1), line: "1 superseded"),
        Sort(
            "as overdue", .deadline(1, "2018-03-31"), line: "1 open, 1 not-started, 1 overdue"),
        Sort("as not overdue on the last day", .deadline(1, "2018-04-01"), line: notStarted),
        Sort(
            "as not overdue when completed", .deadline(1, "2018-03-31"),
            .report(1, .completed, by: 2), line: "1 open, 1 completed"),
        Sort(
            "as unread", .deadline(1, "snarast"), line: "1 open, 1 not-started, 1 unread"),
    ]

    static let notStarted = "1 open, 1 not-started"

    @Test("counts an action", arguments: sorts)
    func sort(_ sort: Sort) throws {
        let ledger = try Chronicle.municipality().with(
            .on("2018-02-01", .decide(1), .assign(1, 2), .deadline(1, "2018-12-31")),
            Act(effective: "2018-03-01", events: sort.events))
        let summary = ledger.state.summary(of: nil, at: ledger.moment("2018-04-01"))
        #expect(summary.whole.line == sort.line)
        #expect(summary.areas.last?.lines == ["–: \(sort.line)", "BUN: \(sort.line)"])
        #expect(summary.committees.map(\.line) == ["KS: none", "BUN: \(sort.line)", "SN: none"])
    }

    @Test("finds each committee's own share overdue")
    func overdueShare() throws {
        let ledger = try Chronicle.municipality().with(
            .on("2018-01-01", .decide(1), .assign(1, 2, 3), .deadline(1, "2018-03-31")),
            .on("2018-03-01", .report(1, .completed, by: 2)))
        let summary = ledger.state.summary(of: nil, at: ledger.moment("2018-04-01"))
        #expect(summary.whole.overdue == 1)
        #expect(summary.committees.map(\.tally.overdue) == [0, 0, 1])
    }

    @Test("counts what nobody answers for in the whole alone")
    func nobody() throws {
        let ledger = try Chronicle.municipality().with(
            .on("2018-01-01", .decide(1), .deadline(1, "2018-12-31")))
        let summary = ledger.state.summary(of: nil, at: ledger.moment("2018-02-01"))
        #expect(summary.whole.line == Self.notStarted)
        #expect(summary.committees.map(\.line) == ["KS: none", "BUN: none", "SN: none"])
    }

    @Test("lists a committee that was split for what it has not handed over")
    func split() throws {
        let ledger = try Chronicle.municipality().with(
            .on("2018-01-01", .decide(1), .assign(1, 2), .deadline(1, "2018-12-31")),
            .on(
                "2018-03-01", .establish(4, "GN"), .establish(5, "FN"),
                .committeeSplit(2, into: [4, 5])),
            .on("2018-04-01", .responsibilityTransferred(1, from: 2, now: .committees([4]))))
        func committees(_ day: CalendarDate) -> [String] {
            ledger.state.summary(of: nil, at: ledger.moment(day)).committees.map(\.line)
        }
        #expect(
            committees("2018-03-01")
                == ["KS: none", "BUN: \(Self.notStarted)", "SN: none", "GN: none", "FN: none"])
        #expect(
            committees("2018-04-01")
                == ["KS: none", "SN: none", "GN: \(Self.notStarted)", "FN: none"])
    }
}

extension Tally {
    /// What there is any of: `1 open, 1 delayed, 1 overdue`.
    var line: String {
        let counts =
            [("open", openCount)] + Status.allCases.map { ($0.rawValue, self[$0]) } + [
                ("closed", closed), ("written off", writtenOff), ("superseded", superseded),
                ("overdue", overdue), ("unread", unread), ("without deadline", withoutDeadline),
                ("unreported", unreported),
            ]
        let some = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        return some.isEmpty ? "none" : some.joined(separator: ", ")
    }
}

extension CommitteeSummary {
    var line: String { "\(committee.code): \(tally.line)" }
}

extension AreaSummary {
    var lines: [String] {
        let name = area.flatMap { number in title.map { "\(number) \($0)" } } ?? "–"
        return ["\(name): \(tally.line)"] + committees.map(\.line)
    }
}
