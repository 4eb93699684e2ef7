import Coordinates
import Exchange
import Handlingsplan
import Testing

@Suite("A file of events")
struct EventLineTests {
    @Test("Each event is read as the command that leads to it", arguments: Self.examples)
    func read(_ example: (line: String, command: Command)) throws {
        let lines = try EventLine.lines(of: example.line)
        #expect(lines.map { $0.proposal.steps.map(\.command) } == [[example.command]])
    }

    private static let ks = CommitteeCode("KS")!
    private static let sn = CommitteeCode("SN")!
    private static let plan = DocumentSlug("plan")!
    private static let policy = DocumentSlug("policy")!
    private static let one = ActionNumber(1)

    private static let examples: [(line: String, command: Command)] = [
        (
            #"{"event":"CommitteeEstablished","committee":"ks","name":"Kommunstyrelsen"}"#,
            .establishCommittee(Naming(code: ks, name: "Kommunstyrelsen"))
        ),
        (
            #"{"event":"CommitteeRenamed","committee":"KS","newCode":"SN","name":"Nämnden"}"#,
            .renameCommittee(ks, to: Naming(code: sn, name: "Nämnden"))
        ),
        (
            #"{"event":"CommitteeDissolved","committee":"KS","successor":null}"#,
            .dissolveCommittee(ks, successor: nil)
        ),
        (
            #"{"event":"CommitteesMerged","committees":["KS"],"successor":"SN"}"#,
            .mergeCommittees([ks], into: .existing(sn))
        ),
        (
            #"{"event":"CommitteeSplit","committee":"KS","into":["SN","KS"]}"#,
            .splitCommittee(ks, into: [.existing(sn), .existing(ks)])
        ),
        (
            #"{"event":"PlanAdopted","plan":"plan","title":"P","policy":"policy","lastDay":"2015-12-31"}"#,
            .adopt(
                NewDocument(
                    .plan, plan, title: "P", policy: policy, lastDay: CalendarDate("2015-12-31")))
        ),
        (
            #"{"event":"GoalSet","goal":7,"document":"policy","title":"G","area":2,"due":"inom 24 månader"}"#,
            .setGoal(
                policy, NewGoal(title: "G", area: AreaNumber(2), deadline: "inom 24 månader"))
        ),
        (
            #"{"event":"ActionDecided","plan":"plan","title":"Å","responsible":["SN","KS"],"lead":"SN","due":{"text":"i maj"},"areas":[2]}"#,
            .decideAction(
                plan,
                NewAction(
                    title: "Å", responsible: Assignees(.committees([sn, ks]), lead: sn),
                    deadline: "i maj", areas: [AreaNumber(2)]))
        ),
        (
            #"{"event":"ActionAmended","action":1,"title":"Ny","comment":"Hm","plan":"plan"}"#,
            .amendAction(one, [.title("Ny"), .plan(plan), .comment("Hm")])
        ),
        (
            #"{"event":"ResponsibilityAssigned","action":1,"allCommittees":true}"#,
            .assign(one, .all)
        ),
        (
            #"{"event":"ResponsibilityTransferred","action":1,"to":["SN"]}"#,
            .transfer(one, from: nil, to: [sn])
        ),
        (
            #"{"event":"StatusReported","action":1,"committee":"SN","status":"completed","period":"2018-T2","comment":"Klart"}"#,
            .reportStatus(
                one, StatusReport(.completed, period: Period("2018-T2"), comment: "Klart"), by: sn)
        ),
        (
            #"{"event":"ForecastGiven","action":1,"expectation":"not-expected","period":"2018"}"#,
            .giveForecast(one, Forecast(.notExpected, period: Period("2018")!), by: nil)
        ),
        (
            #"{"event":"ReportedBack","committee":"KS","position":4,"actions":[1]}"#,
            .reportBack(ks, from: Position(4), .actions([one]))
        ),
        (
            #"{"event":"IndicatorObserved","indicator":1,"period":"2016-03","value":"1 171,5","source":"Sidan","sourceDate":"2016-04-29"}"#,
            .observe(
                IndicatorNumber(1),
                Observation(
                    period: Period("2016-03")!, value: Quantity("1171.5")!, source: "Sidan",
                    sourceDate: CalendarDate("2016-04-29")))
        ),
        (
            #"{"event":"PartnerLinked","action":1,"name":"Röda Korset","role":"Läxhjälp"}"#,
            .linkPartner(.action(one), Partner(name: "Röda Korset", role: "Läxhjälp"))
        ),
        (
            #"{"event":"DecisionAnnulled","annuls":3,"reason":"Dom"}"#,
            .annul(Position(3), reason: "Dom")
        ),
        (
            #"{"event":"SettingChanged","cutOffs":["12-31","08-31"]}"#,
            .change(.cutOffs(CutOffs(["08-31", "12-31"])!))
        ),
        (
            #"{"event":"SettingChanged","seasons":{"spring":2,"summer":6,"autumn":9,"winter":12}}"#,
            .change(
                .seasons(SeasonBoundaries(spring: 2, summer: 6, autumn: 9, winter: 12)!))
        ),
    ]

    @Test("Blank lines are passed over, and what a line says of its day and place is its own")
    func reference() throws {
        let text = """

            {"event":"ActionClosed","action":1,"effective":"2014-01-02","decision":"KS § 1"}

            {"event":"ActionClosed","action":2}
            """
        let lines = try EventLine.lines(of: text)
        #expect(lines.map(\.number) == [2, 4])
        #expect(lines.map(\.proposal.effective) == [CalendarDate("2014-01-02"), nil])
        #expect(lines.map(\.proposal.reference.decision) == ["KS § 1", nil])
    }

    @Test("Several events of a line share its day and place, and each may say its number")
    func several() throws {
        let text =
            #"{"events":[{"event":"ActionDecided","plan":"plan","title":"Å","action":4},"#
            + #"{"event":"ResponsibilityAssigned","action":4,"allAsOf":"2014-01-02"}],"#
            + #""effective":"2014-01-02","dnr":"1/14"}"#
        let line = try #require(try EventLine.lines(of: text).first)
        #expect(
            line.proposal.steps.map(\.command) == [
                .decideAction(
                    Self.plan,
                    NewAction(title: "Å", responsible: Assignees(.committees([])), deadline: nil)),
                .assign(ActionNumber(4), Assignees(.allNow)),
            ])
        #expect(line.proposal.steps.map(\.begins) == [4, nil])
        #expect(line.proposal.effective == CalendarDate("2014-01-02"))
        #expect(line.proposal.reference == Reference(dnr: "1/14"))
    }

    @Test("What is a key of several objects, or stands in a text, is none that is there twice")
    func keys() throws {
        let text =
            #"{"events":[{"event":"ActionAmended","action":1,"title":"a\\"},"#
            + #"{"event":"ActionAmended","action":2,"title":"{\"event\":\"event\"}"}],"#
            + #""note":"\"events\":"}"#
        let line = try #require(try EventLine.lines(of: text).first)
        #expect(
            line.proposal.steps.map(\.command) == [
                .amendAction(Self.one, [.title(#"a\"#)]),
                .amendAction(ActionNumber(2), [.title(#"{"event":"event"}"#)]),
            ])
    }

    @Test("Of the lines that are wrong, the first is named")
    func first() {
        let good = #"{"event":"ActionClosed","action":1}"#
        let lines = (1...500).map { $0.isMultiple(of: 200) ? "hej \($0)" : good }
        #expect(throws: EventLineError(line: 200, problem: .notAnObject)) {
            try EventLine.lines(of: lines.joined(separator: "\n"))
        }
    }

    @Test("What is wrong is named by its line and field", arguments: Self.refusals)
    func refuse(_ example: (text: String, line: Int, problem: EventLineError.Problem)) {
        #expect(throws: EventLineError(line: example.line, problem: example.problem)) {
            try EventLine.lines(of: example.text)
        }
    }

    @Test("A line in UTF-16, which a decoder would take for JSON, is none")
    func otherEncodings() {
        for line in [#"{"event":"ActionClosed","action":1}"#, "{\"\u{222}]]\":1}"] {
            let bytes = line.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
            #expect(throws: EventLineError(line: 1, problem: .notAnObject)) {
                try EventLine.lines(of: String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    @Test("What is wrong with one of several events is named by its number, too")
    func refuseEvent() {
        let good = #"{"event":"ActionClosed","action":1}"#
        for (event, problem) in [
            (#"{"event":"ActionLost"}"#, .unknownEvent("ActionLost")),
            (#"{"event":"ActionClosed"}"#, .missing(field: "action")),
            (
                #"{"event":"ActionClosed","action":1,"effective":"2014-01-02"}"#,
                .unknown(field: "effective")
            ),
        ] as [(String, EventLineError.Problem)] {
            #expect(throws: EventLineError(line: 1, event: 2, problem: problem)) {
                try EventLine.lines(of: #"{"events":[\#(good),\#(event)]}"#)
            }
        }
    }

    private static let refusals: [(text: String, line: Int, problem: EventLineError.Problem)] = [
        ("", 0, .noEvent),
        ("\n \n", 0, .noEvent),
        ("hej", 1, .notAnObject),
        ("[1]", 1, .notAnObject),
        (#"{"event":"ActionClosed","action":1"#, 1, .notAnObject),
        ("\n{}", 2, .missing(field: "event")),
        (#"{"event":"ActionLost"}"#, 1, .unknownEvent("ActionLost")),
        (#"{"event":"ActionClosed"}"#, 1, .missing(field: "action")),
        (
            #"{"event":"PartnerLinked","name":"Röda Korset"}"#, 1,
            .missingOne(of: ["action", "document"])
        ),
        (
            #"{"event":"SettingChanged"}"#, 1,
            .missingOne(of: ["timeZone", "cutOffs", "seasons", "before"])
        ),
        (#"{"event":"ActionClosed","action":0}"#, 1, .unread(field: "action", needed: "a number")),
        (#"{"events":[]}"#, 1, .noEvent),
        (#"{"events":[],"events":[]}"#, 1, .repeated(field: "events")),
        (
            #"{"events":[{"event":"ActionClosed","note":"\"x\":","action":1,"action":2}]}"#, 1,
            .repeated(field: "action")
        ),
        (
            #"{"event":"ActionClosed","action":"# + String(repeating: "[", count: 400)
                + String(repeating: "]", count: 400) + "}", 1,
            .unread(field: "action", needed: "a number")
        ),
        (#"{"events":[1]}"#, 1, .unread(field: "events", needed: "a list of objects")),
        (
            #"{"events":[{"event":"ActionClosed","action":1}],"action":1}"#, 1,
            .unknown(field: "action")
        ),
        (
            #"{"event":"ActionClosed","action":"1"}"#, 1,
            .unread(field: "action", needed: "a number")
        ),
        (
            #"{"event":"ActionClosed","action":1,"effective":"i dag"}"#, 1,
            .unread(field: "effective", needed: "a day, YYYY-MM-DD")
        ),
        (#"{"event":"ActionClosed","action":1,"when":1}"#, 1, .unknown(field: "when")),
        (
            #"{"event":"SettingChanged","cutOffs":["04-31"]}"#, 1,
            .unread(field: "cutOffs", needed: "a list of days, MM-DD")
        ),
    ]
}
