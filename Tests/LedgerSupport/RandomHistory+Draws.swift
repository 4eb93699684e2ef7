import Coordinates
import Handlingsplan

// What commands are made of. One time in ten, what is named is not there.

extension RandomHistory {
    var register: CommitteeRegister { CommitteeRegister(state.committees(), at: moment) }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &generator)]
    }

    mutating func maybe<Value>(_ draw: (inout RandomHistory) -> Value) -> Value? {
        chance(2) ? draw(&self) : nil
    }

    /// One of those that there are; `absent` where there are none, and one time in ten.
    private mutating func pick<Element>(of there: [Element], or absent: Element) -> Element {
        there.isEmpty || chance(10) ? absent : pick(there)
    }

    /// Never the founder, who records all of it.
    mutating func writer() -> Writer {
        Writer(bytes: Array(repeating: UInt8(pick(10...14)), count: Writer.byteCount))!
    }

    /// One who has or had a right, if there is one.
    mutating func grantee() -> Writer {
        pick(of: state.keys().changes.map(\.writer), or: writer())
    }

    mutating func text() -> String { "Text \(pick(1...1000))" }

    mutating func reference() -> Reference {
        chance(2)
            ? Reference(
                decision: "KF 2014-01-\(pick(10...31)) § \(pick(1...99))", dnr: maybe { $0.text() })
            : Reference()
    }

    // MARK: Days

    mutating func day(_ years: ClosedRange<Int>) -> CalendarDate {
        CalendarDate(year: pick(years), month: pick(1...12), day: pick(1...28))!
    }

    var past: [String] { ["2013", "2013-H2", "2013-T3", "2014-01", "2013-12-31", "2011/2013"] }
    var future: [String] { ["2014", "2015-H1", "2014-T3", "2014-12", "2015-12-31", "2014/2018"] }

    mutating func period(_ texts: [String]) -> Period { Period(pick(texts))! }

    mutating func deadline() -> String {
        pick([
            "senast i maj 2014", "innan mars 2014", "under våren", "vintern 2014", "löpande",
            "varje år i februari", "två gånger per år", "\(text()) när det går",
        ])
    }

    // MARK: Committees

    private var codesInForce: [CommitteeCode] { register.inForce.map(register.code(of:)) }

    mutating func committee() -> CommitteeCode { pick(of: codesInForce, or: code("XN")) }

    mutating func committees(_ count: ClosedRange<Int>) -> [CommitteeCode] {
        (0..<pick(count)).map { _ in committee() }
    }

    mutating func naming() -> Naming {
        let codes = ["KS", "BUN", "SN", "MN", "TN", "KFN", "VN", "ON", "LN"].map { code($0) }
        let taken = codesInForce
        let free = codes.filter { !taken.contains($0) }
        return Naming(code: pick(of: free, or: code("KS")), name: text())
    }

    mutating func destination() -> Destination {
        chance(2) ? .existing(committee()) : .new(naming())
    }

    /// A committee that answers for an action; half the time nil, where it is the only one.
    mutating func answering(_ number: ActionNumber) -> CommitteeCode? {
        let responsible = state.action(number)?.responsible.value(at: moment)
        return speaker(register.answering(responsible))
    }

    mutating func addressee(of number: GuidelineNumber) -> CommitteeCode? {
        let guideline = state.guidelines().first { $0.number == number }?.guideline
        return speaker(register.answering(.these(guideline?.value(at: moment)?.addressees ?? [])))
    }

    private mutating func speaker(_ committees: [CommitteeNumber]) -> CommitteeCode? {
        if committees.count == 1, chance(2) { return nil }
        return pick(of: committees.map(register.code(of:)), or: committee())
    }

    // MARK: Documents

    mutating func document(_ kind: DocumentKind? = nil) -> DocumentSlug {
        let slugs = state.documents()
            .filter { $0.standing(at: moment) == .adopted && (kind == nil || $0.kind == kind) }
            .map(\.slug)
        return pick(of: slugs, or: slug("plan-9"))
    }

    mutating func newDocument(_ kind: DocumentKind) -> NewDocument {
        let name = slug("\(kind.rawValue)-\(pick(1...20))")
        return NewDocument(
            kind, name, title: text(), policy: maybe { $0.document(.policy) },
            lastDay: maybe { $0.day(2014...2018) })
    }

    // MARK: Numbers

    private mutating func number<Number: DenseNumber>(_ count: UInt32) -> Number {
        pick(of: (0..<count).map { Number($0 + 1) }, or: Number(count + 1))
    }

    mutating func area() -> AreaNumber { number(state.counts().areas) }
    mutating func goal() -> GoalNumber { number(state.counts().goals) }
    mutating func guideline() -> GuidelineNumber { number(state.counts().guidelines) }
    mutating func indicator() -> IndicatorNumber { number(state.counts().indicators) }
    mutating func anyAction() -> ActionNumber { number(state.counts().actions) }

    mutating func action() -> ActionNumber { action { $0 == .open } }

    /// One that was closed, written off or superseded.
    mutating func endedAction() -> ActionNumber { action { $0 != .open } }

    private mutating func action(
        whose isMeant: (ActionStory.Standing) -> Bool
    ) -> ActionNumber {
        let meant = state.actions().filter { $0.standing(at: moment).map(isMeant) ?? false }
        return pick(of: meant.map(\.number), or: anyAction())
    }

    mutating func newAction() -> NewAction {
        NewAction(
            title: text(), responsible: chance(4) ? .all : .committees(committees(0...2)),
            deadline: maybe { $0.deadline() }, localNumber: maybe { $0.text() },
            areas: chance(3) ? [area()] : [], goals: chance(3) ? [goal()] : [])
    }

    mutating func quantity() -> Quantity {
        Quantity(significand: pick(-1000...1_000_000), decimals: pick(0...9))!
    }

    // MARK: Entries

    mutating func entry() -> Position { Position(UInt64(pick(1...Int(state.size.count)))) }

    /// One that corrects or annuls another.
    mutating func turning() -> Position {
        let entries = (0..<state.size.count).map { Position($0) }
        return pick(of: entries.filter { !state.corrections(of: $0).targets.isEmpty }, or: entry())
    }

    // MARK: Partners and annexes

    mutating func partner() -> String { pick(["Länsstyrelsen", "Polisen"]) }

    mutating func bearer() -> NamedBearer {
        switch pick(1...3) {
        case 1: .committee(committee())
        case 2: .document(document())
        default: .action(anyAction())
        }
    }

    mutating func bearerOfPartners() -> NamedBearer {
        let actions = state.actions().filter { !$0.partners.partners(at: moment).isEmpty }
        let documents = state.documents().filter { !$0.partners.partners(at: moment).isEmpty }
        return pick(
            of: actions.map { .action($0.number) } + documents.map { .document($0.slug) },
            or: bearer())
    }

    mutating func annex() -> Annex { pick(Annex.samples) }
}
