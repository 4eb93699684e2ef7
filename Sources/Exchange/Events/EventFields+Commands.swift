import Coordinates
import Handlingsplan

// The command that leads to each event.

extension EventFields {
    mutating func command(for name: String) throws(EventLineError) -> Command {
        guard let kind = EventKind(rawValue: name) else { throw error(.unknownEvent(name)) }
        switch kind {
        case .committeeEstablished:
            return .establishCommittee(
                Naming(code: try take("committee", Self.code), name: try text("name")),
                try ifPresent("kind", Self.committeeKind) ?? .committee)
        case .committeeRenamed:
            let code = try take("committee", Self.code)
            let newCode = try ifPresent("newCode", Self.code) ?? code
            return .renameCommittee(code, to: Naming(code: newCode, name: try text("name")))
        case .committeeDissolved:
            return .dissolveCommittee(
                try take("committee", Self.code),
                successor: try ifPresent("successor", Self.code))
        case .committeesMerged:
            return .mergeCommittees(
                try take("committees", Self.codes),
                into: .existing(try take("successor", Self.code)))
        case .committeeSplit:
            let code = try take("committee", Self.code)
            return .splitCommittee(
                code, into: try take("into", Self.codes).map { Destination.existing($0) })

        case .policyAdopted:
            return .adopt(
                NewDocument(
                    .policy, try take("policy", Self.slug), title: try text("title"),
                    lastDay: try ifPresent("lastDay", Self.day)))
        case .planAdopted:
            return .adopt(
                NewDocument(
                    .plan, try take("plan", Self.slug), title: try text("title"),
                    policy: try ifPresent("policy", Self.slug),
                    lastDay: try ifPresent("lastDay", Self.day)))
        case .documentRevised:
            return .revise(
                try take("document", Self.slug), summary: try text("summary"),
                title: try ifPresent("title", Self.text))
        case .documentProlonged:
            return .prolong(
                try take("document", Self.slug), lastDay: try take("lastDay", Self.day))
        case .documentRepealed:
            return .repeal(
                try take("document", Self.slug), successor: try ifPresent("successor", Self.slug))
        case .areaDefined:
            try begin("area")
            return .defineArea(try take("document", Self.slug), title: try text("title"))
        case .goalSet:
            try begin("goal")
            return .setGoal(
                try take("document", Self.slug),
                NewGoal(
                    title: try text("title"), area: try ifPresent("area", Self.number()),
                    deadline: try ifPresent("due", Self.deadline)))
        case .followUpCycleSet:
            return .setFollowUpCycle(
                try take("document", Self.slug), by: try take("committee", Self.code),
                text: try take("due", Self.deadline))
        case .followUpHeld:
            return .holdFollowUp(
                try take("document", Self.slug), by: try ifPresent("committee", Self.code),
                try take("period", Self.period), summary: try ifPresent("summary", Self.text))

        case .actionDecided:
            try begin("action")
            return .decideAction(
                try take("plan", Self.slug),
                NewAction(
                    title: try text("title"), responsible: try assignees(),
                    deadline: try ifPresent("due", Self.deadline),
                    localNumber: try ifPresent("localNumber", Self.text),
                    areas: try ifPresent("areas", Self.numbers()) ?? [],
                    goals: try ifPresent("goals", Self.numbers()) ?? []))
        case .actionAmended:
            return .amendAction(try action(), try changes())
        case .actionClosed: return .closeAction(try action())
        case .actionWrittenOff:
            return .writeOffAction(try action(), reason: try text("reason"))
        case .actionSuperseded:
            return .supersedeAction(try action(), by: try take("supersededBy", Self.number()))
        case .actionReopened: return .reopenAction(try action(), reason: try text("reason"))
        case .responsibilityAssigned: return .assign(try action(), try assignees())
        case .responsibilityTransferred:
            // Those who answer afterwards, as is printed: those who stay receive nothing new.
            let receiving = has("responsible") ? "responsible" : "to"
            return .transfer(
                try action(), from: try ifPresent("from", Self.code),
                to: try take(receiving, Self.codes))
        case .deadlineSet:
            return .setDeadline(try action(), text: try take("due", Self.deadline))
        case .statusReported:
            return .reportStatus(
                try action(),
                StatusReport(
                    try take("status", Self.status), period: try ifPresent("period", Self.period),
                    comment: try ifPresent("comment", Self.text)),
                by: try ifPresent("committee", Self.code))
        case .forecastGiven:
            return .giveForecast(
                try action(),
                Forecast(
                    try take("expectation", Self.expectation),
                    period: try take("period", Self.period),
                    comment: try ifPresent("comment", Self.text)),
                by: try ifPresent("committee", Self.code))

        case .guidelineIssued:
            try begin("guideline")
            return .issueGuideline(
                NewGuideline(
                    document: try take("document", Self.slug),
                    issuer: try ifPresent("issuer", Self.code),
                    addressees: try take("committees", Self.codes), text: try text("text"),
                    period: try ifPresent("period", Self.period),
                    deadline: try ifPresent("due", Self.deadline)))
        case .guidelineAnswered:
            return .answerGuideline(
                try take("guideline", Self.number()), by: try ifPresent("committee", Self.code),
                text: try text("text"))
        case .indicatorDefined:
            try begin("indicator")
            return .defineIndicator(
                try take("document", Self.slug),
                NewIndicator(
                    name: try text("name"), unit: try ifPresent("unit", Self.text),
                    goal: try ifPresent("goal", Self.number()),
                    action: try ifPresent("action", Self.number())))
        case .targetSet:
            return .setTarget(
                try take("indicator", Self.number()),
                Target(
                    period: try take("period", Self.period), bound: try take("bound", Self.bound),
                    value: try take("value", Self.quantity)))
        case .indicatorObserved:
            return .observe(
                try take("indicator", Self.number()),
                Observation(
                    period: try take("period", Self.period),
                    value: try take("value", Self.quantity),
                    isApproximate: try ifPresent("approximate", Self.flag) ?? false,
                    source: try text("source"),
                    sourceDate: try ifPresent("sourceDate", Self.day)))
        case .reportedBack:
            let committee = try take("committee", Self.code)
            let position = try ifPresent("position", Self.position)
            let document = try ifPresent("document", Self.slug)
            let actions = try ifPresent("actions", Self.numbers(ActionNumber.self))
            let scope: NewScope =
                document.map { .document($0) } ?? actions.map { .actions($0) } ?? .everything
            return .reportBack(committee, from: position, scope)
        case .partnerLinked:
            return .linkPartner(
                try bearer(),
                Partner(name: try text("name"), role: try ifPresent("role", Self.text)))
        case .partnerUnlinked:
            return .unlinkPartner(try bearer(), name: try text("name"))
        // The file is not in the line; what a remark says, nobody here knows.
        case .annexAttached, .remark: throw error(.unknownEvent(kind.rawValue))
        case .entryCorrected:
            return .correct(try take("corrects", Self.position), reason: try text("reason"))
        case .decisionAnnulled:
            return .annul(try take("annuls", Self.position), reason: try text("reason"))
        case .entriesDisregarded:
            return .disregard(
                VoidRun(
                    first: try take("first", Self.position), last: try take("last", Self.position),
                    root: try take("root", Self.digest)), reason: try text("reason"))
        case .clockDeclared:
            return .declareClock(
                first: try take("first", Self.position), reason: try text("reason"))
        case .formatRaised: return .raiseFormat(try take("format", Self.format))
        case .settingChanged: return .change(try setting())
        case .keyGranted: return .grantKey(try grant())
        case .keyRevoked:
            return .revokeKey(
                try take("key", Self.writer), reason: try ifPresent("reason", Self.text))
        }
    }

    // MARK: Parts

    /// The number that the ledger is to give to what the event begins.
    private mutating func begin(_ field: String) throws(EventLineError) {
        begun = try ifPresent(field, Self.given)
    }

    private mutating func action() throws(EventLineError) -> ActionNumber {
        try take("action", Self.number())
    }

    private mutating func assignees() throws(EventLineError) -> Assignees {
        let codes = try ifPresent("responsible", Self.codes) ?? []
        let isAll = try ifPresent("allCommittees", Self.flag) ?? false
        let isAllNow = try isAllOfTheDay()
        return Assignees(
            isAll ? .all : isAllNow ? .allNow : .committees(codes),
            lead: try ifPresent("lead", Self.code))
    }

    /// "All of a day" means the day from which the event holds, and no other.
    private mutating func isAllOfTheDay() throws(EventLineError) -> Bool {
        guard let day = try ifPresent("allAsOf", Self.day) else { return false }
        guard effective == day else {
            throw error(.unread(field: "allAsOf", needed: "the same day as \"effective\""))
        }
        return true
    }

    private mutating func changes() throws(EventLineError) -> [Change] {
        var changes: [Change] = []
        if let title = try ifPresent("title", Self.text) { changes.append(.title(title)) }
        if let number = try ifPresent("localNumber", Self.text) {
            changes.append(.localNumber(number))
        }
        if let plan = try ifPresent("plan", Self.slug) { changes.append(.plan(plan)) }
        if let areas = try ifPresent("areas", Self.numbers(AreaNumber.self)) {
            changes.append(.areas(areas))
        }
        if let goals = try ifPresent("goals", Self.numbers(GoalNumber.self)) {
            changes.append(.goals(goals))
        }
        if let comment = try ifPresent("comment", Self.text) { changes.append(.comment(comment)) }
        return changes
    }

    private mutating func bearer() throws(EventLineError) -> NamedBearer {
        if has("action") { return .action(try action()) }
        guard has("document") else { throw error(.missingOne(of: ["action", "document"])) }
        return .document(try take("document", Self.slug))
    }

    private mutating func grant() throws(EventLineError) -> KeyGrant {
        let isRegistrar = try take("role", Self.isRegistrar)
        return KeyGrant(
            try take("key", Self.writer),
            committees: isRegistrar ? try take("committees", Self.codes) : nil,
            until: try ifPresent("until", Self.time), holder: try ifPresent("holder", Self.text))
    }

    private mutating func setting() throws(EventLineError) -> Setting {
        if let name = try ifPresent("timeZone", Self.text) {
            guard let zone = try? CivilTimeZone(name) else {
                throw error(.unread(field: "timeZone", needed: "the name of a time zone"))
            }
            return .timeZone(zone.identifier)
        }
        if let days = try ifPresent("cutOffs", Self.texts) {
            guard let cutOffs = CutOffs(days) else {
                throw error(.unread(field: "cutOffs", needed: "a list of days, MM-DD"))
            }
            return .cutOffs(cutOffs)
        }
        if let seasons = try ifPresent("seasons", Self.seasons) { return .seasons(seasons) }
        guard let reading = try ifPresent("before", Self.before) else {
            throw error(.missingOne(of: ["timeZone", "cutOffs", "seasons", "before"]))
        }
        return .before(reading)
    }

    private static let seasons = Kind<SeasonBoundaries>(
        name: "the first months of spring, summer, autumn and winter"
    ) { value in
        guard case .object(let months) = value, months.count == 4,
            let spring = months["spring"].flatMap(month.read),
            let summer = months["summer"].flatMap(month.read),
            let autumn = months["autumn"].flatMap(month.read),
            let winter = months["winter"].flatMap(month.read)
        else { return nil }
        return SeasonBoundaries(spring: spring, summer: summer, autumn: autumn, winter: winter)
    }
}
