/// A summary in the making: what has been counted so far.
struct Compilation {
    private let register: CommitteeRegister
    private let documents: [DocumentStory]
    private let period: FollowUpPeriod?
    /// The areas that there are at the moment. An action that is tied to none of them has none.
    private let areas: [AreaStory]
    private var whole = Counted()
    private var byArea: [AreaNumber?: Counted] = [:]

    init(
        _ areas: [AreaStory], _ documents: [DocumentStory], in register: CommitteeRegister,
        period: FollowUpPeriod?
    ) {
        self.areas = areas
        self.documents = documents
        self.register = register
        self.period = period
    }

    /// Lists a document's areas, also where no action is tied to them.
    mutating func list(areasOf document: DocumentNumber) {
        for area in areas where area.document == document {
            byArea[area.number] = byArea[area.number] ?? Counted()
        }
    }

    mutating func add(_ story: ActionStory, _ action: ActionState) {
        let silent = period.map { story.sharesUnreported(since: $0.first, in: register) } ?? []
        let once = Tally(
            action, as: action.consolidation.status, isOverdue: action.isOverdue,
            isUnreported: !silent.isEmpty)
        let shares = action.shares.map { share in
            let tally = Tally(
                action, as: share.status, isOverdue: story.isOverdue(share, in: register),
                isUnreported: silent.contains(share))
            return (share.committee, tally)
        }
        whole.add(once, shares)
        let tied = areas.map(\.number).filter(action.areas.contains)
        for area in tied.isEmpty ? [nil] : tied.map(Optional.some) {
            byArea[area, default: Counted()].add(once, shares)
        }
    }

    func summary(of document: DocumentNumber?) -> Summary {
        let rest = byArea[nil].map { summary(of: $0) }
        return Summary(
            document: document, moment: register.moment, period: period, whole: whole.tally,
            areas: areas.compactMap { area in
                byArea[area.number].map { summary(of: $0, in: area) }
            } + (rest.map { [$0] } ?? []),
            committees: summaries(of: whole, besides: register.inForce))
    }

    private func summary(of counted: Counted, in area: AreaStory? = nil) -> AreaSummary {
        AreaSummary(
            area: area?.number, title: area?.title.value(at: register.moment),
            document: area.map { documents[Int($0.document.value) - 1].slug },
            tally: counted.tally, committees: summaries(of: counted))
    }

    private func summaries(
        of counted: Counted, besides others: [CommitteeNumber] = []
    ) -> [CommitteeSummary] {
        Set(others).union(counted.committees.keys).sorted().map { number in
            CommitteeSummary(
                number: number, committee: register[number].naming(at: register.moment),
                tally: counted.committees[number, default: Tally()])
        }
    }
}

/// Actions that were counted together, and each committee's shares of them.
private struct Counted {
    private(set) var tally = Tally()
    private(set) var committees: [CommitteeNumber: Tally] = [:]

    mutating func add(_ once: Tally, _ shares: [(CommitteeNumber, Tally)]) {
        tally += once
        for (committee, share) in shares { committees[committee, default: Tally()] += share }
    }
}
