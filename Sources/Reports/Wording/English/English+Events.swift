import Answers
import Coordinates
import Handlingsplan

extension English {
    func event(_ event: Event, _ names: Names) -> String {
        switch event {
        case .committeeEstablished(_, let naming, let kind):
            "\(naming.code) established: \(naming.name)"
                + (kind == .committee ? "" : ", \(word(for: kind))")
        case .committeeRenamed(let number, let naming):
            renamed(names.former(number, before: naming), to: naming)
        case .committeeDissolved(let number, let successor):
            "\(names.code(number)) dissolved"
                + (successor.map { ", succeeded by \(names.code($0))" } ?? ", without a successor")
        case .committeesMerged(let numbers, let successor):
            "\(names.codes(numbers)) merged into \(names.code(successor))"
        case .committeeSplit(let number, let parts):
            "\(names.code(number)) split into \(names.codes(parts))"
        case .policyAdopted(_, let adoption): adopted("policy", adoption, names)
        case .planAdopted(_, let adoption): adopted("plan", adoption, names)
        case .documentRevised(let number, let summary, let title):
            "\(names.slug(number)) revised: \(summary)"
                + (title.map { ", and is called \($0)" } ?? "")
        case .documentProlonged(let number, let lastDay):
            "\(names.slug(number)) prolonged to \(lastDay)"
        case .documentRepealed(let number, let successor):
            "\(names.slug(number)) repealed"
                + (successor.map { ", replaced by \(names.slug($0))" } ?? "")
        case .areaDefined(let number, let document, let title):
            "area \(number) of \(names.slug(document)): \(title)"
        case .goalSet(let number, let goal):
            "goal \(number) of \(names.slug(goal.document)): \(goal.title)"
                + (goal.deadline.map { ", " + due($0) } ?? "")
        case .followUpCycleSet(let number, let cycle):
            "\(names.slug(number)) is to be followed up by \(names.code(cycle.committee)): "
                + "\"\(cycle.deadline.text)\""
                + (cycle.deadline.reading == nil ? ", unread" : "")
        case .followUpHeld(let number, let followUp):
            "\(names.slug(number)) followed up for \(followUp.period) "
                + "by \(names.code(followUp.committee))"
                + (followUp.summary.map { ": \($0)" } ?? "")
        case .guidelineIssued(let number, let guideline):
            "guideline \(number) by \(names.code(guideline.issuer)) "
                + "to \(names.codes(guideline.addressees)): \(guideline.text)"
                + (guideline.deadline.map { ", answer " + due($0) } ?? "")
        case .guidelineAnswered(let number, let answer):
            "guideline \(number) answered by \(names.code(answer.committee)): \(answer.text)"
        case .indicatorDefined(let number, let indicator):
            "indicator \(number) of \(names.slug(indicator.document)): \(indicator.name)"
                + (indicator.unit.map { ", in \($0)" } ?? "")
        case .targetSet(let number, let target):
            "indicator \(number) for \(target.period) is to be \(bound(target)) \(target.value)"
        case .indicatorObserved(let number, let observation):
            "indicator \(number) for \(observation.period) was \(value(observation)), "
                + "says \(source(observation))"
        case .actionDecided(let number, let action):
            "action \(number) decided: "
                + (action.localNumber.map { "\($0) " } ?? "") + action.title
        case .actionAmended(let number, let amendment):
            "action \(number) \(amended(amendment, names))"
        case .actionClosed(let number): "action \(number) closed"
        case .actionWrittenOff(let number, let reason):
            "action \(number) written off: \(reason)"
        case .actionSuperseded(let number, let successor):
            "action \(number) superseded by action \(successor)"
        case .actionReopened(let number, let reason): "action \(number) reopened: \(reason)"
        case .responsibilityAssigned(let number, let responsible):
            "action \(number) laid on \(holders(responsible, names))"
        case .responsibilityTransferred(let number, let from, let now):
            "action \(number) handed over by \(names.code(from)), "
                + "now laid on \(holders(now, names))"
        case .deadlineSet(let number, let deadline): "action \(number) \(due(deadline))"
        case .statusReported(let number, let committee, let report):
            "action \(number) \(report.status.rawValue)"
                + (report.period.map { " for \($0)" } ?? "") + ", says \(names.code(committee))"
                + (report.comment.map { ": \($0)" } ?? "")
        case .forecastGiven(let number, let committee, let forecast):
            "action \(number) \(expected(forecast)), says \(names.code(committee))"
                + (forecast.comment.map { ": \($0)" } ?? "")
        case .reportedBack(let committee, let report):
            "\(names.code(committee)) was told of \(scope(report.scope, names)), "
                + "as known at position \(report.from)"
        case .partnerLinked(let bearer, let partner):
            "\(partner.name) takes part in \(place(bearer, names))"
                + (partner.role.map { ": \($0)" } ?? "")
        case .partnerUnlinked(let bearer, let name):
            "\(name) no longer takes part in \(place(bearer, names))"
        case .annexAttached(let bearer, let annex):
            "\(annex.name) attached to \(place(bearer, names)), \(annex.byteCount) bytes, "
                + "SHA-256 \(annex.digest)"
        case .entryCorrected(let position, let reason):
            "entry \(position) corrected: \(reason)"
        case .decisionAnnulled(let position, let reason):
            "the decision of entry \(position) annulled: \(reason)"
        case .entriesDisregarded(let run, let reason):
            (run.first == run.last
                ? "void entry \(run.first) dealt with"
                : "void entries \(run.first) to \(run.last) dealt with") + ": \(reason)"
        case .clockDeclared(let first, let reason):
            "the clock was wrong from entry \(first) on: \(reason)"
        case .formatRaised(let format): "format \(format) in force from the next entry on"
        case .remark(let remark):
            "a remark of kind \(remark.kind), version \(remark.version), without effect"
        case .settingChanged(let setting): self.setting(setting)
        case .keyGranted(let writer, let right): granted(writer, right, names)
        case .keyRevoked(let writer, let reason): revoked(writer, reason)
        }
    }

    private func renamed(_ former: Naming, to naming: Naming) -> String {
        "\(former.code) (\(former.name)) renamed"
            + (former.code == naming.code ? "" : " \(naming.code)") + ": \(naming.name)"
    }

    func scope(_ scope: ReportBack.Scope, _ names: Names) -> String {
        switch scope {
        case .everything: "all actions"
        case .document(let number): "the actions of \(names.slug(number))"
        case .actions(let numbers):
            (numbers.count == 1 ? "action " : "actions ")
                + numbers.map(\.description).joined(separator: ", ")
        }
    }

    func value(_ observation: Observation) -> String {
        (observation.isApproximate ? "about " : "") + observation.value.description
    }

    func source(_ observation: Observation) -> String {
        observation.source + (observation.sourceDate.map { ", \($0)" } ?? "")
    }

    func expected(_ forecast: Forecast) -> String {
        let what =
            switch forecast.expectation {
            case .expected: "expected to be completed"
            case .uncertain: "not certain to be completed"
            case .notExpected: "not expected to be completed"
            }
        return "\(what) in \(forecast.period)"
    }

    func bound(_ target: Target) -> String {
        switch target.bound {
        case .atLeast: "at least"
        case .atMost: "at most"
        case .exactly: "exactly"
        }
    }

    func holders(_ responsible: Responsible, _ names: Names) -> String {
        let who =
            switch responsible.who {
            case .committees(let numbers) where numbers.isEmpty: "nobody"
            case .committees(let numbers): names.codes(numbers)
            case .all, .allAsOf: all(responsible.who) ?? ""
            }
        return who + (responsible.lead.map { ", led by \(names.code($0))" } ?? "")
    }

    /// Nil for committees that are named one by one.
    func all(_ who: Responsible.Who) -> String? {
        switch who {
        case .all: "all committees, also later ones"
        case .allAsOf(let day): "all committees of \(day)"
        case .committees: nil
        }
    }

    private func adopted(
        _ kind: String, _ adoption: Adoption, _ names: Names
    ) -> String {
        "\(kind) \(adoption.slug) adopted: \(adoption.title)"
            + (adoption.policy.map { ", under \(names.slug($0))" } ?? "")
            + (adoption.lastDay.map { ", to \($0)" } ?? "")
    }

    private func due(_ deadline: Deadline) -> String {
        "due \"\(deadline.text)\"" + (deadline.reading == nil ? ", unread" : "")
            + (deadline.reading?.latest.map { ", latest \($0)" } ?? "")
    }

    private func amended(_ amendment: Amendment, _ names: Names) -> String {
        switch amendment {
        case .title(let title): "amended: \(title)"
        case .localNumber(let text): "is numbered \(text)"
        case .document(let number): "carried over to \(names.slug(number))"
        case .areas(let numbers): "tied to \(list("area", numbers))"
        case .goals(let numbers): "tied to \(list("goal", numbers))"
        case .comment(let text): "commented: \(text)"
        }
    }

    private func list(_ noun: String, _ numbers: [some DenseNumber]) -> String {
        if numbers.isEmpty { return "no \(noun)" }
        return (numbers.count == 1 ? noun : noun + "s") + " "
            + numbers.map(\.description).joined(separator: ", ")
    }

    private func place(_ bearer: Bearer, _ names: Names) -> String {
        switch bearer {
        case .committee(let number): names.code(number)
        case .document(let number): names.slug(number)
        case .action(let number): "action \(number)"
        }
    }

    private func setting(_ setting: Setting) -> String {
        switch setting {
        case .timeZone(let identifier): "dates are days in \(identifier)"
        case .cutOffs(let cutOffs):
            "committees report as of "
                + cutOffs.days.map(\.description).joined(separator: ", ")
        case .seasons(let seasons):
            "spring begins in month \(seasons.spring), summer in \(seasons.summer), "
                + "autumn in \(seasons.autumn), winter in \(seasons.winter)"
        case .before(.strict): "\"innan januari\" ends before January begins"
        case .before(.included): "\"innan januari\" ends with January"
        }
    }

    func void(_ reason: VoidReason) -> String {
        let detail =
            switch reason {
            case .malformed: "it is not of the form of an entry"
            case .position: "it belongs elsewhere"
            case .signer: "its signer never had a right"
            case .signature: "its signature does not hold"
            case .seal: "the entries before it are not those that its signer saw"
            case .command: "another key signed the entry before it of its command"
            case .time: "it is dated before the entry before it"
            case .act: "it is no act"
            case .correction: "what it corrects is not there, or does not count"
            case .right: "its signer had no right to record it"
            case .event: "it speaks of what is not there"
            case .disregard: "it disregards what is not void"
            case .clock: "it declares a clock wrong at too early a time"
            case .format: "the format that it names is in force already, or past"
            case .steward: "no steward would be left"
            }
        return "VOID, without effect: \(detail)"
    }

    func dealtWith(at position: Position) -> String { "dealt with at \(position)" }

    func word(for kind: CommitteeKind) -> String {
        switch kind {
        case .committee: "a committee (nämnd)"
        case .executive: "the executive committee (kommunstyrelse)"
        case .council: "the council (kommunfullmäktige)"
        case .subcommittee: "a subcommittee (utskott)"
        case .other: "another body"
        }
    }

    func unknownZone(_ name: String) -> String {
        "the time zone \(visible(name)) is not known on this system: days are those of the zone before "
            + "it, or of UTC. Install tzdata, or a newer one."
    }

    func voids(_ voids: VoidEntries) -> String {
        let places = voids.open
        let first = places.first.map { "\($0)" } ?? ""
        return places.count == 1
            ? "entry \(first) was not rightly recorded, and has no effect. See audit, and disregard."
            : "\(places.count) entries from \(first) on were not rightly recorded, and have no "
                + "effect. See audit, and disregard."
    }
}
