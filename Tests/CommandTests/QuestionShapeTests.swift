import Foundation
import Testing

@Suite("JSON: what programs read of questions")
struct QuestionShapeTests {
    /// A policy with all that can belong to one, and a plan whose action has all that can belong to
    /// that. Kommunstyrelsen was told of it in March 2014, and of nothing since.
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.found(rehearsal: true)
        let day = ["--effective", "2013-11-04", "--recorded", "2013-11-04"]
        for command in [
            ["committee", "add", "SN", "Socialnämnden"],
            ["policy", "adopt", "mal", "--title", "Mål", "--dnr", "12/123 130"],
            ["area", "add", "Skola", "--document", "mal"],
            [
                "goal", "set", "Alla klarar skolan", "--document", "mal", "--area", "1",
                "--deadline", "inom 24 månader",
            ],
            ["plan", "adopt", "skolplan", "--title", "Skolplan", "--policy", "mal"],
            [
                "action", "add", "Läs mer", "--plan", "skolplan", "--number", "A1", "--area", "1",
                "--goal", "1", "--committee", "KS", "SN", "--lead", "SN", "--deadline", "årligen",
            ],
            ["partner", "link", "Biblioteket", "--action", "2", "--role", "Lånar ut"],
            ["partner", "link", "Skolverket", "--document", "mal"],
            ["attach", "handlingsplan.md", "--action", "2"],
            ["attach", "handlingsplan.md", "--document", "mal"],
            ["indicator", "define", "Behörighet", "--document", "mal", "--unit", "%"],
            ["indicator", "target", "1", "at-least", "90", "--for", "2013"],
            ["indicator", "observe", "1", "88,5", "--for", "2013", "--source", "Skolverket"],
            ["follow-up", "cycle", "mal", "årligen", "--by", "KS"],
            ["follow-up", "hold", "mal", "--for", "2013", "--summary", "Bra"],
            ["guideline", "issue", "Läs mer", "--document", "mal", "--to", "SN"],
            ["guideline", "answer", "1", "Det gör vi"],
            ["policy", "revise", "mal", "--summary", "Fler mål"],
            ["forecast", "2", "expected", "--for", "2014", "--committee", "SN"],
        ] {
            let outcome = try workplace.start(command + day).outcome()
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
        }
        try workplace.done(
            "report-back", "KS", "--effective", "2014-03-04", "--recorded", "2014-03-05")
        try workplace.done(
            "status", "2", "delayed", "--committee", "SN", "--for", "2013", "--comment", "Sent",
            "--effective", "2014-04-01", "--recorded", "2014-04-01")
    }

    @Test("A document has all that belongs to it")
    func documents() throws {
        let names =
            Shape.moment.union([
                "number", "kind", "slug", "title", "standing", "since", "successor", "policy",
                "plans", "lastDay", "decision", "dnr", "revisions", "areas", "goals", "actions",
                "indicators", "cycle", "followUps", "guidelines", "partners", "annexes",
            ])
        let policy = try workplace.json("policy", "show", "mal", "--effective", "2014-06-01")
        #expect(policy.names == names)
        #expect(policy["dnr"] as? String == "12/123 130")
        #expect(policy.list("plans").map(\.names) == [["slug", "title"]])
        #expect(policy.list("revisions").map(\.names) == [["day", "summary"]])
        #expect(policy.list("areas").map(\.names) == [["area", "title"]])
        #expect(policy.list("goals").map(\.names) == [["goal", "area", "title", "due"]])
        #expect(policy.list("partners").map(\.names) == [["name"]])
        #expect(policy.list("annexes").map(\.names) == [["name", "sha256", "bytes"]])
        let indicator = try #require(policy.list("indicators").first)
        #expect(
            indicator.names
                == ["indicator", "name", "unit", "goal", "action", "targets", "observations"])
        #expect(indicator.list("targets").map(\.names) == [["period", "bound", "value"]])
        let observation: Set = ["period", "value", "approximate", "source", "sourceDate"]
        #expect(indicator.list("observations").map(\.names) == [observation])
        #expect(policy.object("cycle").names == ["committee", "due", "occurrences"])
        #expect(
            policy.list("followUps").map(\.names) == [["day", "committee", "period", "summary"]])
        let guideline = try #require(policy.list("guidelines").first)
        #expect(
            guideline.names == [
                "guideline", "issued", "issuer", "text", "period", "due", "addressees", "answers",
            ])
        #expect(guideline.list("addressees").map(\.names) == [["committee", "answered"]])
        #expect(guideline.list("answers").map(\.names) == [["day", "committee", "text"]])

        let plan = try workplace.json(
            "plan", "show", "skolplan", "--effective", "2014-06-01", "--history")
        #expect(plan.names == names.union(["history"]))
        #expect(plan["policy"] as? String == "mal")
        #expect(plan.list("history").allSatisfy { $0.names == Shape.historyLine })
        let action = try #require(plan.list("actions").first)
        #expect(action.names == Shape.action.union(["localNumber", "lead", "occurrences"]))
        #expect(action.list("partners").map(\.names) == [["name", "role"]])
    }

    @Test("An action has its state, what committees were told, and its history")
    func actions() throws {
        let shown = try workplace.json("action", "show", "2", "--effective", "2014-06-01")
        #expect(
            shown.names
                == Shape.moment.union(["action", "overdue", "annexes", "told", "history"]))
        let action = shown.object("action")
        #expect(action.object("consolidation").names == Shape.consolidation)
        #expect(action.object("consolidation")["basis"] as? String == "some-delayed")
        let shares = action.list("shares")
        #expect(
            shares.map(\.names) == [
                Shape.share, Shape.share.union(["comment", "outcome", "forecast"]),
            ])
        #expect(shares.last?.object("outcome").names == ["period", "status"])
        #expect(shares.last?.object("forecast").names == ["expectation", "period", "given"])
        #expect(shown.list("told").map(\.names) == [Shape.told.union(["committee"])])
        #expect(shown.list("history").allSatisfy { $0.names == Shape.historyLine })

        let before = try workplace.json("action", "show", "2", "--effective", "2013-01-01")
        #expect(before["action"] is NSNull)
    }

    @Test("A summary counts, and tells what changed where that is asked")
    func summaries() throws {
        let names = Shape.moment.union(["document", "period", "whole", "areas", "committees"])
        let plain = try workplace.json("summary", "--effective", "2014-06-01")
        #expect(plain.names == names)
        #expect(plain["document"] is NSNull)
        #expect(plain.object("period").names == ["first", "last"])
        #expect(plain.object("whole").names == Shape.tally)
        for area in plain.list("areas") {
            #expect(area.names == ["area", "title", "document", "tally", "committees"])
            #expect(area.object("tally").names == Shape.tally)
        }
        #expect(
            plain.list("committees").map(\.names)
                == [["code", "name", "tally"], ["code", "name", "tally"]])

        let compared = try workplace.json(
            "summary", "mal", "--effective", "2014-06-01", "--compare", "2014-03-31")
        #expect(compared.names == names.union(["comparison"]))
        let comparison = compared.object("comparison")
        #expect(comparison.names == ["effective", "position", "whole", "changes"])
        #expect(comparison.object("whole").names == Shape.tally)
        let change = try #require(comparison.list("changes").first)
        #expect(change.names == ["action", "title", "plan", "new", "differences"])
        #expect(
            change.list("differences").allSatisfy {
                $0.names == Shape.difference.union(["committee"])
            })
    }

    @Test("What is overdue, and what falls due, has its days and its committees")
    func due() throws {
        let overdue = try workplace.json("overdue", "skolplan", "--effective", "2014-06-01")
        #expect(overdue.names == Shape.moment.union(["actions"]))
        let late = try #require(overdue.list("actions").first)
        #expect(late.names == ["missed", "daysLate", "committees", "action"])
        #expect(late["daysLate"] as? Int == 152)

        let due = try workplace.json(
            "deadlines", "--from", "2013-01-01", "--to", "2014-12-31", "--effective", "2014-06-01")
        #expect(due.names == Shape.moment.union(["from", "to", "deadlines"]))
        let item: Set = [
            "day", "kind", "title", "committees", "outstanding", "state", "deadline",
        ]
        let items = due.list("deadlines")
        #expect(Set(items.compactMap { $0["kind"] as? String }) == ["action", "follow-up"])
        for found in items {
            let subject = found["kind"] as? String == "action" ? "action" : "document"
            let isDone = found["state"] as? String == "done"
            #expect(found.names == item.union([subject]).union(isDone ? ["done"] : []))
        }
    }

    @Test("What a committee knew has what it was told beside what the ledger held")
    func known() throws {
        let known = try workplace.json("known", "--committee", "KS", "--on", "2014-06-01")
        #expect(
            known.names
                == [
                    "committee", "name", "on", "position", "rehearsal", "annexes", "actions",
                    "schema",
                ])
        let rows = known.list("actions")
        #expect(rows.count == 2)
        for row in rows {
            #expect(row.names == ["action", "told", "asTold", "asHeld", "differences"])
            #expect(row.object("told").names == Shape.told)
        }
        let fields = rows.last?.list("differences").compactMap { $0["field"] as? String }
        #expect(fields == ["status", "outcome"])

        let before = try workplace.json("known", "--committee", "KS", "--on", "2014-03-03")
        #expect(before.list("actions").allSatisfy { $0["told"] is NSNull })
    }

    @Test("Lists have all committees and documents there were")
    func lists() throws {
        let committees = try workplace.json("committees", "--effective", "2014-06-01")
        #expect(committees.names == Shape.moment.union(["committees"]))
        let committee: Set = [
            "committee", "code", "name", "kind", "since", "followedBy", "openActions",
        ]
        #expect(committees.list("committees").map(\.names) == [committee, committee])
        let documents = try workplace.json("documents", "--effective", "2014-06-01")
        #expect(documents.names == Shape.moment.union(["documents"]))
        let document: Set = [
            "number", "kind", "slug", "title", "policy", "standing", "since", "lastDay",
            "successor", "openActions",
        ]
        #expect(documents.list("documents").map(\.names) == [document, document, document])
    }

    @Test("A board as another committee was told of it says when that was")
    func told() throws {
        let board = try workplace.json(
            "board", "SN", "--told", "KS", "--effective", "2014-06-01")
        let action = try #require(board.list("actions").first)
        #expect(action.object("told").names == Shape.told)
        #expect(action.object("told")["meeting"] as? String == "2014-03-04")
        #expect(action["status"] as? String == "not-started")
    }

    @Test("Doctor gives each concern a kind, and entries by position")
    func doctor() throws {
        let outcome = try workplace.run(
            "doctor", "--effective", "2014-06-01", "--format", "json")
        #expect(outcome.exitCode == 1)
        let report = try outcome.output.jsonObject
        #expect(report.names == ["effective", "position", "rehearsal", "concerns", "storage"])
        let storage = report.object("storage")
        #expect(storage.names.subtracting(["views"]) == ["log", "tail"])
        for file in ["log", "views"].map(storage.object) where !file.isEmpty {
            #expect(file.names == ["bytes", "freeBytes", "heldBytes", "readers"])
        }
        let concerns = report.list("concerns")
        for concern in concerns {
            #expect(concern.names.subtracting(["position"]) == ["kind", "text"])
        }
        let kinds = Set(concerns.compactMap { $0["kind"] as? String })
        #expect(kinds.isSuperset(of: ["stale-status", "missing-decision", "missing-dnr"]))
    }

    @Test("A table that is imported is told with its receipt")
    func tables() throws {
        let arguments = [
            "plan", "import", "motesplatser.csv", "--plan", "bord", "--title", "Bord", "--owner",
            "Tekniska kontoret=KS", "--owner", "Kulturnämnden=SN", "--owner", "TN=KS",
        ]
        let trial = try workplace.start(arguments + ["--dry-run", "--format", "json"]).outcome()
            .output.jsonObject
        #expect(
            trial.names == [
                "table", "duplicate", "dryRun", "rehearsal", "events", "warnings", "plan", "area",
                "action", "actions",
            ])
        let receipt = try workplace.start(
            arguments + ["--recorded", "2014-06-01", "--format", "json"]
        ).outcome().output.jsonObject
        #expect(
            receipt.names == trial.names.union(["position", "recordedAt", "size", "root"]))
        #expect(receipt["actions"] as? [Int] == [3, 4, 5, 6])
        let table = receipt.object("table")
        #expect(table.names == ["encoding", "separator", "columns", "rows", "skipped"])
        #expect(table["encoding"] as? String == "Windows-1252")
        #expect(table.list("columns").allSatisfy { $0.names == ["number", "heading", "column"] })
        #expect(table.list("skipped").map(\.names) == [["line", "text"]])

        let again = try workplace.start(
            arguments + ["--recorded", "2014-06-01", "--format", "json"]
        ).outcome().output.jsonObject
        #expect(again["events"] as? Int == 0)
        #expect(again["dryRun"] as? Bool == true)
    }

    @Test("Each event has the fields of its kind")
    func events() throws {
        let events = try workplace.json("log").list("entries").flatMap { entry in
            entry.object("act").list("events")
        }
        let fields = Dictionary(
            events.map { ($0["event"] as? String ?? "", $0.names.subtracting(["event"])) },
            uniquingKeysWith: { $0.union($1) })
        let expected: [String: Set<String>] = [
            "AreaDefined": ["area", "document", "title"],
            "GoalSet": ["goal", "document", "title", "area", "due"],
            "ActionDecided": ["action", "plan", "title", "localNumber", "areas", "goals"],
            "ResponsibilityAssigned": ["action", "responsible", "lead"],
            "PartnerLinked": ["name", "role", "action", "document"],
            "AnnexAttached": ["name", "sha256", "bytes", "action", "document"],
            "IndicatorDefined": ["indicator", "document", "name", "unit"],
            "TargetSet": ["indicator", "period", "bound", "value"],
            "IndicatorObserved": ["indicator", "period", "value", "approximate", "source"],
            "FollowUpCycleSet": ["document", "committee", "due"],
            "FollowUpHeld": ["document", "committee", "period", "summary"],
            "GuidelineIssued": ["guideline", "document", "issuer", "committees", "text"],
            "GuidelineAnswered": ["guideline", "committee", "text"],
            "DocumentRevised": ["document", "summary"],
            "ForecastGiven": ["action", "committee", "expectation", "period"],
            "ReportedBack": ["committee", "position"],
            "StatusReported": ["action", "committee", "status", "period", "comment"],
        ]
        for (event, names) in expected { #expect(fields[event] == names, "\(event)") }
    }

    @Test(
        "What is a table to people is one to other programs, also where nothing is in it",
        arguments: [
            ["committees"], ["documents"], ["board", "KS"], ["summary"], ["overdue"], ["log"],
            ["known", "--committee", "KS", "--on", "2100-01-01"], ["key", "list"], ["backup"],
            ["deadlines", "--from", "2014-01-01", "--to", "2014-12-31"], ["action", "show", "1"],
            ["plan", "show", "prov"], ["log", "--from", "99"],
            ["known", "--committee", "KS", "--on", "2000-01-01"],
            ["deadlines", "--from", "1900-01-01", "--to", "1900-01-02"],
        ])
    func formats(command: [String]) throws {
        for format in ["csv", "tsv", "md", "html"] {
            let outcome = try workplace.start(command + ["--format", format]).outcome()
            if command.contains("2000-01-01") {
                #expect(outcome.exitCode == 66)
                continue
            }
            #expect(outcome.exitCode == 0, "\(command) \(outcome.errors)")
            #expect(outcome.output.contains(format == "html" ? "<th" : "\n"), "\(command)")
            #expect(!outcome.output.unicodeScalars.dropFirst().contains("\u{feff}"))
            #expect(outcome.errors.contains("REHEARSAL"))
        }
    }
}
