import Coordinates
import Handlingsplan

extension RandomHistory {
    mutating func committeeCommand() -> Command {
        switch number(below: 8) {
        case 0, 1: .establish(code())
        case 2: .rename(code(), to: code())
        case 3: .dissolve(code(), into: perhaps(code()))
        case 4, 5: .mergeCommittees([code(), code()], into: destination())
        default: .splitCommittee(code(), into: [destination(), destination()])
        }
    }

    mutating func documentCommand() -> Command {
        switch number(below: 10) {
        case 0, 1:
            .adopt(
                NewDocument(
                    one(of: DocumentKind.allCases), slug(), title: "Dokument",
                    policy: number(below: 4) == 0 ? slug() : nil, lastDay: perhaps(day())))
        case 2: .importPlan(plan())
        case 3: .revise(slug(), summary: "Ny lag", title: perhaps("Ny titel"))
        case 4: .prolong(slug(), lastDay: day())
        case 5: .repeal(slug(), successor: perhaps(slug()))
        case 6, 7: .defineArea(slug(), title: one(of: ["Arbete", "Språk"]))
        default: .setGoal(slug(), NewGoal(title: "Mål", area: perhaps(area()), deadline: term()))
        }
    }

    mutating func followUpCommand() -> Command {
        switch number(below: 6) {
        case 0, 1: .setFollowUpCycle(slug(), by: code(), text: term())
        case 2: .holdFollowUp(slug(), by: perhaps(code()), period(), summary: perhaps("Bra"))
        case 3, 4:
            .issueGuideline(
                NewGuideline(
                    document: slug(), issuer: perhaps(code()), addressees: [code(), code()],
                    text: "Mer", period: perhaps(period()), deadline: perhaps(term())))
        default: .answerGuideline(GuidelineNumber(small()), by: perhaps(code()), text: "Ja")
        }
    }

    mutating func figureCommand() -> Command {
        let value = Quantity(significand: Int64(number(below: 9)), decimals: number(below: 3))!
        return switch number(below: 4) {
        case 0, 1:
            .defineIndicator(
                slug(),
                NewIndicator(name: "Platser", goal: perhaps(goal()), action: perhaps(action())))
        case 2:
            .setTarget(
                IndicatorNumber(small()),
                Target(period: period(), bound: one(of: Target.Bound.allCases), value: value))
        default:
            .observe(
                IndicatorNumber(small()), Observation(period: period(), value: value, source: "SCB")
            )
        }
    }

    mutating func actionCommand() -> Command {
        switch number(below: 9) {
        case 0...2:
            .decideAction(
                slug(),
                NewAction(
                    title: "Åtgärd", responsible: assignees(), deadline: perhaps(term()),
                    localNumber: perhaps("A\(small())"), areas: [area()], goals: [goal()]))
        case 3: .decide(.action("Åtgärd", by: assignees(), deadline: perhaps(term())), in: slug())
        case 4: .amendAction(action(), [change(), change()])
        case 5: .close(action())
        case 6: .writeOffAction(action(), reason: "inga pengar")
        case 7: .supersedeAction(action(), by: action())
        default: .reopen(action())
        }
    }

    mutating func responsibilityCommand() -> Command {
        switch number(below: 6) {
        case 0: .assign(action(), assignees())
        case 1: .transfer(action(), from: perhaps(code()), to: [code(), code()])
        case 2: .deadline(action(), term())
        case 3, 4:
            .report(
                action(), one(of: Status.allCases), for: number(below: 3) == 0 ? period() : nil,
                by: perhaps(code()))
        default:
            .forecast(
                action(), one(of: Forecast.Expectation.allCases), for: period(), by: perhaps(code())
            )
        }
    }

    mutating func bearerCommand() -> Command {
        let name = one(of: ["Polisen", "Landstinget"])
        return switch number(below: 4) {
        case 0, 1: .linkPartner(bearer(), Partner(name: name, role: perhaps("råd")))
        case 2: .unlinkPartner(bearer(), name: name)
        default:
            .attach(
                bearer(),
                Annex(
                    name: "bilaga", digest: Digest256(Array(repeating: 7, count: 32))!,
                    byteCount: 1))
        }
    }
}

// MARK: What commands are about

extension RandomHistory {
    mutating func code() -> CommitteeCode { one(of: ["KS", "BUN", "SN", "AN", "VN"]) }

    mutating func scope() -> NewScope {
        switch number(below: 3) {
        case 0: .everything
        case 1: .document(slug())
        default: .actions([action(), action()])
        }
    }

    private mutating func slug() -> DocumentSlug {
        one(of: ["integration", "integration", "arbete", "policy"])
    }

    /// Numbers begin at 1: 0 is none.
    private mutating func small() -> UInt32 { UInt32.random(in: 0...4, using: &generator) }
    private mutating func action() -> ActionNumber { ActionNumber(small()) }
    private mutating func area() -> AreaNumber { AreaNumber(one(of: [1, 1, 2])) }
    private mutating func goal() -> GoalNumber { GoalNumber(one(of: [1, 1, 2])) }

    private mutating func period() -> Period {
        one(of: ["2013", "2014", "2014-01", "2014-Q1", "2013-12-31"])
    }

    private mutating func term() -> String {
        one(of: ["senast \(day())", "årligen", "varje kvartal", "innan våren", "snart", "löpande"])
    }

    private mutating func assignees() -> Assignees {
        let lead = number(below: 3) == 0 ? code() : nil
        return switch number(below: 6) {
        case 0: Assignees(.all, lead: lead)
        case 1: Assignees(.allNow, lead: lead)
        case 2: []
        case 3: Assignees(.committees([code(), code()]), lead: lead)
        default: [code()]
        }
    }

    private mutating func destination() -> Destination {
        number(below: 2) == 0 ? .existing(code()) : .new(code())
    }

    private mutating func bearer() -> NamedBearer {
        switch number(below: 4) {
        case 0: .committee(code())
        case 1: .document(slug())
        default: .action(action())
        }
    }

    private mutating func change() -> Change {
        switch number(below: 6) {
        case 0: .title("Ändrad åtgärd")
        case 1: .localNumber("B\(small())")
        case 2: .plan(slug())
        case 3: .areas([area(), area()])
        case 4: .goals([goal()])
        default: .comment("Ny")
        }
    }

    private mutating func plan() -> PlanImport {
        let rows = (0..<3).map { line in
            var row = ImportedRow(line: line, title: one(of: ["Åtgärd", "Läxhjälp", "Enkät"]))
            row.number = perhaps("A\(small())")
            row.area = perhaps("Arbete")
            row.goal = perhaps("Mål")
            row.responsible = perhaps(one(of: ["alla", "KS", "BUN, SN", "AN", "SN"]))
            row.deadline = perhaps(term())
            row.status = perhaps(one(of: Status.allCases).swedish)
            row.partner = perhaps("Polisen")
            row.indicator = perhaps("Platser")
            row.comment = perhaps("Ny")
            return row
        }
        return PlanImport(slug: slug(), title: perhaps("Plan"), rows: rows, assignees: assignees())
    }
}
