import Coordinates
import Handlingsplan

// Each form of a command, in the order of the commands.

extension RandomHistory {
    static let committees: [Kind] = [
        Kind("establish", weight: 5) { .establishCommittee($0.naming()) },
        Kind("rename", weight: 2) { .renameCommittee($0.committee(), to: $0.naming()) },
        Kind("dissolve") { .dissolveCommittee($0.committee(), successor: nil) },
        Kind("dissolve into a successor", weight: 2) {
            .dissolveCommittee($0.committee(), successor: $0.committee())
        },
        Kind("merge", weight: 2) {
            .mergeCommittees([$0.committee(), $0.committee()], into: .existing($0.committee()))
        },
        Kind("merge into a new one") {
            .mergeCommittees([$0.committee(), $0.committee()], into: .new($0.naming()))
        },
        Kind("split", weight: 3) {
            .splitCommittee($0.committee(), into: [$0.destination(), $0.destination()])
        },
    ]

    static let documents: [Kind] = [
        Kind("adopt a policy") { .adopt($0.newDocument(.policy)) },
        Kind("adopt a plan", weight: 2) { .adopt($0.newDocument(.plan)) },
        Kind("import a plan", weight: 2) { .importPlan($0.planImport()) },
        Kind("import a changed plan", weight: 2) { .importPlan($0.changedImport()) },
        Kind("revise") {
            .revise($0.document(), summary: $0.text(), title: $0.maybe { $0.text() })
        },
        Kind("prolong", weight: 2) { .prolong($0.document(), lastDay: $0.day(2014...2020)) },
        Kind("repeal") { .repeal($0.document(), successor: nil) },
        Kind("repeal for a successor", weight: 4) {
            .repeal($0.document(.plan), successor: $0.document(.plan))
        },
        Kind("define an area", weight: 2) { .defineArea($0.document(), title: $0.text()) },
        Kind("set a goal", weight: 2) {
            .setGoal(
                $0.document(),
                NewGoal(
                    title: $0.text(), area: $0.maybe { $0.area() },
                    deadline: $0.maybe { $0.deadline() }))
        },
    ]

    static let followUps: [Kind] = [
        Kind("set a follow-up cycle", weight: 2) {
            .setFollowUpCycle($0.document(), by: $0.committee(), text: $0.deadline())
        },
        Kind("hold a follow-up", weight: 2) {
            .holdFollowUp(
                $0.document(), by: $0.maybe { $0.committee() }, $0.period($0.past),
                summary: $0.maybe { $0.text() })
        },
        Kind("issue a guideline", weight: 3) {
            .issueGuideline(
                NewGuideline(
                    document: $0.document(), issuer: $0.maybe { $0.committee() },
                    addressees: [$0.committee(), $0.committee()], text: $0.text(),
                    period: $0.maybe { $0.period($0.past) }, deadline: $0.maybe { $0.deadline() }))
        },
        Kind("answer a guideline", weight: 2) {
            let number = $0.guideline()
            return .answerGuideline(number, by: $0.addressee(of: number), text: $0.text())
        },
    ]

    static let figures: [Kind] = [
        Kind("define an indicator", weight: 2) {
            .defineIndicator(
                $0.document(),
                NewIndicator(
                    name: $0.text(), unit: $0.maybe { _ in "%" }, goal: $0.maybe { $0.goal() },
                    action: $0.maybe { $0.action() }))
        },
        Kind("set a target", weight: 2) {
            .setTarget(
                $0.indicator(),
                Target(
                    period: $0.period($0.past + $0.future), bound: $0.pick(Target.Bound.allCases),
                    value: $0.quantity()))
        },
        Kind("observe", weight: 2) {
            .observe(
                $0.indicator(),
                Observation(
                    period: $0.period($0.past), value: $0.quantity(), isApproximate: $0.chance(3),
                    source: $0.text(), sourceDate: $0.maybe { $0.day(2010...2014) }))
        },
    ]

    static let actions: [Kind] = [
        Kind("decide an action", weight: 3) { .decideAction($0.document(.plan), $0.newAction()) },
        Kind("amend texts") {
            .amendAction(
                $0.action(), [.title($0.text()), .localNumber($0.text()), .comment($0.text())])
        },
        Kind("carry over") { .amendAction($0.action(), [.plan($0.document(.plan))]) },
        Kind("tie to areas", weight: 2) {
            .amendAction($0.action(), [.areas([$0.area(), $0.area()])])
        },
        Kind("tie to goals", weight: 2) {
            .amendAction($0.action(), [.goals([$0.goal(), $0.goal()])])
        },
        Kind("close") { .closeAction($0.action()) },
        Kind("write off") { .writeOffAction($0.action(), reason: $0.text()) },
        Kind("supersede") { .supersedeAction($0.action(), by: $0.action()) },
        Kind("reopen", weight: 2) { .reopenAction($0.endedAction(), reason: $0.text()) },
        Kind("assign") { .assign($0.action(), Assignees(.committees($0.committees(0...2)))) },
        Kind("assign with a lead", weight: 2) {
            let codes = $0.committees(1...3)
            return .assign($0.action(), Assignees(.committees(codes), lead: $0.pick(codes)))
        },
        Kind("assign to all") { .assign($0.action(), .all) },
        Kind("assign to all now") {
            .assign($0.action(), Assignees(.allNow, lead: $0.maybe { $0.committee() }))
        },
        Kind("transfer", weight: 3) {
            let number = $0.action()
            return .transfer(number, from: $0.answering(number), to: $0.committees(1...2))
        },
        Kind("set a deadline", weight: 2) { .setDeadline($0.action(), text: $0.deadline()) },
        Kind("report a status", weight: 3) {
            let number = $0.action()
            return .reportStatus(
                number, StatusReport($0.pick(Status.allCases)), by: $0.answering(number))
        },
        Kind("report an outcome", weight: 2) {
            let number = $0.action()
            return .reportStatus(
                number,
                StatusReport(
                    $0.pick(Status.allCases), period: $0.period($0.past), comment: $0.text()),
                by: $0.answering(number))
        },
        Kind("forecast", weight: 2) {
            let number = $0.action()
            return .giveForecast(
                number,
                Forecast(
                    $0.pick(Forecast.Expectation.allCases), period: $0.period($0.future),
                    comment: $0.maybe { $0.text() }),
                by: $0.answering(number))
        },
        Kind("report back everything") { .reportBack($0.committee(), from: nil, .everything) },
        Kind("report back a document") {
            .reportBack($0.committee(), from: $0.maybe { $0.entry() }, .document($0.document()))
        },
        Kind("report back actions", weight: 2) {
            .reportBack(
                $0.committee(), from: $0.maybe { $0.entry() },
                .actions([$0.action(), $0.anyAction()]))
        },
    ]

    static let others: [Kind] = [
        Kind("link a partner", weight: 2) {
            .linkPartner(
                $0.chance(2) ? .action($0.action()) : .document($0.document()),
                Partner(name: $0.partner(), role: $0.maybe { $0.text() }))
        },
        Kind("unlink a partner", weight: 2) {
            .unlinkPartner($0.bearerOfPartners(), name: $0.partner())
        },
        Kind("attach") { .attach($0.bearer(), $0.annex()) },
        Kind("correct", weight: 2) { .correct($0.entry(), reason: $0.text()) },
        Kind("correct a correction") { .correct($0.turning(), reason: $0.text()) },
        Kind("annul") { .annul($0.entry(), reason: $0.text()) },
        Kind("settle the time zone") {
            .change(
                .timeZone(
                    $0.pick(["Europe/Stockholm", "Pacific/Auckland", "America/New_York", "UTC"])))
        },
        Kind("settle the cut-offs") {
            .change(.cutOffs(CutOffs($0.pick([["06-30", "12-31"], ["02-28"], ["04-30"]]))!))
        },
        Kind("settle the seasons") {
            .change(
                .seasons(
                    SeasonBoundaries(
                        spring: $0.pick(2...4), summer: $0.pick(5...7), autumn: $0.pick(8...9),
                        winter: $0.pick([1, 10, 12]))!))
        },
        Kind("settle what innan means") {
            .change(.before($0.pick(ReadingRules.Before.allCases)))
        },
        Kind("grant a key", weight: 4) {
            .grantKey(
                KeyGrant(
                    $0.writer(), committees: $0.maybe { [$0.committee(), $0.committee()] },
                    until: $0.maybe { Timestamp(milliseconds: Int64($0.pick(1...9)) << 38) },
                    holder: $0.maybe { $0.text() }))
        },
        Kind("revoke a key", weight: 3) {
            .revokeKey($0.grantee(), reason: $0.maybe { $0.text() })
        },
    ]
}
