import Coordinates
package import Handlingsplan

/// An event, for programs: its kind, and those fields that the kind has.
///
/// `append` reads the same, but for AnnexAttached, which needs its file; for `allAsOf`; and of
/// ResponsibilityTransferred it asks in `to` who takes over, and not who answers then.
package struct EventContent: Encodable {
    package let event: String
    var committee: String?
    var committees: [String]?
    var name: String?
    /// Of a committee that is renamed, where its code changes, too.
    var newCode: String?
    var successor: String?
    var into: [String]?
    var policy: String?
    var plan: String?
    /// A policy or a plan.
    var document: String?
    var title: String?
    var summary: String?
    var lastDay: String?
    var area: UInt32?
    var goal: UInt32?
    var areas: [UInt32]?
    var goals: [UInt32]?
    var action: UInt32?
    var actions: [UInt32]?
    var localNumber: String?
    var comment: String?
    var supersededBy: UInt32?
    var reason: String?
    var responsible: [String]?
    var allCommittees: Bool?
    var allAsOf: String?
    var lead: String?
    var from: String?
    var due: DeadlineContent?
    var status: String?
    var expectation: String?
    var period: String?
    var position: UInt64?
    var guideline: UInt32?
    var issuer: String?
    var text: String?
    var indicator: UInt32?
    var unit: String?
    var bound: String?
    var value: String?
    var approximate: Bool?
    var source: String?
    var sourceDate: String?
    var role: String?
    var sha256: String?
    var bytes: UInt64?
    var corrects: UInt64?
    var annuls: UInt64?
    var timeZone: String?
    var cutOffs: [String]?
    var seasons: [String: Int]?
    var before: String?
    /// A writer's Ed25519 public key, 32 bytes in base64.
    var key: String?
    var until: String?
    var holder: String?
    /// Of committees.
    var kind: String?
    /// Of a run of entries, and the first of those that were recorded by a wrong clock.
    var first: UInt64?
    var last: UInt64?
    /// Of the tree over a run alone, in base64.
    var root: String?
    var format: UInt64?
    var remark: RemarkContent?

    private init(_ kind: EventKind) { event = kind.rawValue }
}

extension EventContent {
    package init(_ event: Event, _ names: Names) {
        self.init(event.kind)
        switch event {
        case .committeeEstablished(_, let naming, let kind):
            (committee, name) = (naming.code.description, naming.name)
            self.kind = kind.rawValue
        case .committeeRenamed(let number, let naming):
            let former = names.former(number, before: naming)
            (committee, name) = (former.code.description, naming.name)
            newCode = former.code == naming.code ? nil : naming.code.description
        case .committeeDissolved(let number, let successor):
            (committee, self.successor) = (names.code(number), successor.map(names.code))
        case .committeesMerged(let numbers, let successor):
            (committees, self.successor) = (numbers.map(names.code), names.code(successor))
        case .committeeSplit(let number, let parts):
            (committee, into) = (names.code(number), parts.map(names.code))

        case .policyAdopted(_, let adoption):
            (policy, title) = (adoption.slug.description, adoption.title)
            lastDay = adoption.lastDay?.description
        case .planAdopted(_, let adoption):
            (plan, title) = (adoption.slug.description, adoption.title)
            (policy, lastDay) = (adoption.policy.map(names.slug), adoption.lastDay?.description)
        case .documentRevised(let number, let summary, let title):
            (document, self.summary, self.title) = (names.slug(number), summary, title)
        case .documentProlonged(let number, let lastDay):
            (document, self.lastDay) = (names.slug(number), lastDay.description)
        case .documentRepealed(let number, let successor):
            (document, self.successor) = (names.slug(number), successor.map(names.slug))
        case .areaDefined(let number, let document, let title):
            (area, self.document, self.title) = (number.value, names.slug(document), title)
        case .goalSet(let number, let goal):
            (self.goal, document, title) = (number.value, names.slug(goal.document), goal.title)
            (area, due) = (goal.area?.value, goal.deadline.map(DeadlineContent.init))
        case .followUpCycleSet(let number, let cycle):
            (document, committee) = (names.slug(number), names.code(cycle.committee))
            due = DeadlineContent(cycle.deadline)
        case .followUpHeld(let number, let followUp):
            (document, committee) = (names.slug(number), names.code(followUp.committee))
            (period, summary) = (followUp.period.description, followUp.summary)

        case .actionDecided(let number, let decided):
            (action, plan, title) = (number.value, names.slug(decided.document), decided.title)
            localNumber = decided.localNumber
            areas = decided.areas.isEmpty ? nil : decided.areas.map(\.value)
            goals = decided.goals.isEmpty ? nil : decided.goals.map(\.value)
        case .actionAmended(let number, let amendment):
            action = number.value
            set(amendment, names)
        case .actionClosed(let number):
            action = number.value
        case .actionWrittenOff(let number, let reason):
            (action, self.reason) = (number.value, reason)
        case .actionSuperseded(let number, let successor):
            (action, supersededBy) = (number.value, successor.value)
        case .actionReopened(let number, let reason):
            (action, self.reason) = (number.value, reason)
        case .responsibilityAssigned(let number, let responsible):
            action = number.value
            set(responsible, names)
        case .responsibilityTransferred(let number, let from, let now):
            (action, self.from) = (number.value, names.code(from))
            set(now, names)
        case .deadlineSet(let number, let deadline):
            (action, due) = (number.value, DeadlineContent(deadline))
        case .statusReported(let number, let committee, let report):
            (action, self.committee) = (number.value, names.code(committee))
            (status, period) = (report.status.rawValue, report.period?.description)
            comment = report.comment
        case .forecastGiven(let number, let committee, let forecast):
            (action, self.committee) = (number.value, names.code(committee))
            expectation = forecast.expectation.rawValue
            (period, comment) = (forecast.period.description, forecast.comment)

        case .guidelineIssued(let number, let guideline):
            (self.guideline, document) = (number.value, names.slug(guideline.document))
            issuer = names.code(guideline.issuer)
            committees = guideline.addressees.map(names.code)
            (text, period) = (guideline.text, guideline.period?.description)
            due = guideline.deadline.map(DeadlineContent.init)
        case .guidelineAnswered(let number, let answer):
            (guideline, committee, text) = (
                number.value, names.code(answer.committee), answer.text
            )
        case .indicatorDefined(let number, let indicator):
            (self.indicator, document) = (number.value, names.slug(indicator.document))
            (name, unit) = (indicator.name, indicator.unit)
            (goal, action) = (indicator.goal?.value, indicator.action?.value)
        case .targetSet(let number, let target):
            (indicator, period) = (number.value, target.period.description)
            (bound, value) = (target.bound.rawValue, target.value.description)
        case .indicatorObserved(let number, let observation):
            (indicator, period) = (number.value, observation.period.description)
            (value, approximate) = (observation.value.description, observation.isApproximate)
            (source, sourceDate) = (observation.source, observation.sourceDate?.description)
        case .reportedBack(let committee, let report):
            (self.committee, position) = (names.code(committee), report.from.index)
            switch report.scope {
            case .everything: break
            case .document(let number): document = names.slug(number)
            case .actions(let numbers): actions = numbers.map(\.value)
            }
        case .partnerLinked(let bearer, let partner):
            (name, role) = (partner.name, partner.role)
            set(bearer, names)
        case .partnerUnlinked(let bearer, let name):
            self.name = name
            set(bearer, names)
        case .annexAttached(let bearer, let annex):
            (name, sha256, bytes) = (annex.name, annex.digest.description, annex.byteCount)
            set(bearer, names)
        case .entryCorrected(let position, let reason):
            (corrects, self.reason) = (position.index, reason)
        case .decisionAnnulled(let position, let reason):
            (annuls, self.reason) = (position.index, reason)
        case .entriesDisregarded(let run, let reason):
            (first, last, root) = (run.first.index, run.last.index, base64(run.root.bytes))
            self.reason = reason
        case .clockDeclared(let first, let reason):
            (self.first, self.reason) = (first.index, reason)
        case .formatRaised(let format): self.format = format
        case .remark(let remark): self.remark = RemarkContent(remark)
        case .settingChanged(let setting):
            set(setting)
        case .keyGranted(let writer, let right):
            key = base64(writer.bytes)
            (until, holder) = (right.until?.rfc3339, right.holder)
            switch right.role {
            case .steward: role = "steward"
            case .registrar(let numbers):
                (role, committees) = ("registrar", numbers.map(names.code))
            }
        case .keyRevoked(let writer, let reason):
            (key, self.reason) = (base64(writer.bytes), reason)
        }
    }

    private mutating func set(_ responsible: Responsible, _ names: Names) {
        switch responsible.who {
        case .committees(let numbers): self.responsible = numbers.map(names.code)
        case .all: allCommittees = true
        case .allAsOf(let day): allAsOf = day.description
        }
        lead = responsible.lead.map(names.code)
    }

    private mutating func set(_ amendment: Amendment, _ names: Names) {
        switch amendment {
        case .title(let text): title = text
        case .localNumber(let text): localNumber = text
        case .document(let number): plan = names.slug(number)
        case .areas(let numbers): areas = numbers.map(\.value)
        case .goals(let numbers): goals = numbers.map(\.value)
        case .comment(let text): comment = text
        }
    }

    private mutating func set(_ bearer: Bearer, _ names: Names) {
        switch bearer {
        case .committee(let number): committee = names.code(number)
        case .document(let number): document = names.slug(number)
        case .action(let number): action = number.value
        }
    }

    private mutating func set(_ setting: Setting) {
        switch setting {
        case .timeZone(let identifier): timeZone = identifier
        case .cutOffs(let days): cutOffs = days.days.map(\.description)
        case .seasons(let months):
            seasons = [
                "spring": months.spring, "summer": months.summer, "autumn": months.autumn,
                "winter": months.winter,
            ]
        case .before(let reading): before = reading.rawValue
        }
    }
}

/// An event that this program passes over.
package struct RemarkContent: Encodable {
    let kind: UInt64
    let version: UInt64
    /// One CBOR map, in base64.
    let fields: String

    init(_ remark: Remark) {
        (kind, version, fields) = (remark.kind, remark.version, base64(remark.fields))
    }
}
