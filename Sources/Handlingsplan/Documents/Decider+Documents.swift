import Coordinates

// The rules on steering documents, their areas and goals.

extension Decider {
    mutating func adopt(_ new: NewDocument) throws(Rejection) -> [Event] {
        try check(new.title, .title)
        if known(new.slug) != nil { throw .slugTaken(new.slug) }
        let policy = try new.policy.map { slug throws(Rejection) in try document(slug, .policy) }
        let number = DocumentNumber(situation.counts.documents + 1)
        let adoption = Adoption(
            slug: new.slug, title: new.title, policy: policy?.number, lastDay: new.lastDay)
        return switch new.kind {
        case .policy: [.policyAdopted(number, adoption)]
        case .plan: [.planAdopted(number, adoption)]
        }
    }

    mutating func revise(
        _ slug: DocumentSlug, _ summary: String, _ title: String?
    ) throws(Rejection) -> [Event] {
        try check(summary, .summary)
        if let title { try check(title, .title) }
        let document = try document(slug)
        return [.documentRevised(document.number, summary: summary, title: title)]
    }

    mutating func prolong(
        _ slug: DocumentSlug, _ lastDay: CalendarDate
    ) throws(Rejection) -> [Event] {
        let document = try document(slug)
        if let end = document.lastDay.value(at: moment), lastDay <= end {
            throw .notProlonged(slug, lastDay: end)
        }
        return [.documentProlonged(document.number, lastDay: lastDay)]
    }

    mutating func repeal(
        _ slug: DocumentSlug, _ successorSlug: DocumentSlug?
    ) throws(Rejection) -> [Event] {
        let document = try document(slug)
        let successor = try successorSlug.map { slug throws(Rejection) in
            try self.document(slug, document.kind)
        }
        if successor?.number == document.number { throw .replacedByItself(slug) }
        let open = openActions(of: document)
        if !open.isEmpty { warnings.append(.openInRepealed(slug, open)) }
        return [.documentRepealed(document.number, successor: successor?.number)]
    }

    mutating func defineArea(
        _ slug: DocumentSlug, _ title: String
    ) throws(Rejection) -> [Event] {
        try check(title, .title)
        let document = try document(slug)
        return [.areaDefined(AreaNumber(situation.counts.areas + 1), document.number, title: title)]
    }

    mutating func setGoal(_ slug: DocumentSlug, _ goal: NewGoal) throws(Rejection) -> [Event] {
        try check(goal.title, .title)
        let document = try document(slug)
        let area = try areas(goal.area.map { [$0] } ?? []).first
        let deadline = try goal.deadline.map { text throws(Rejection) in try self.deadline(text) }
        return [
            .goalSet(
                GoalNumber(situation.counts.goals + 1),
                Goal(
                    document: document.number, area: area, title: goal.title, deadline: deadline))
        ]
    }

    /// A document in force on the effective day, of a kind where one is meant.
    func document(
        _ slug: DocumentSlug, _ kind: DocumentKind? = nil
    ) throws(Rejection) -> DocumentStory {
        let document = try adopted(slug, kind)
        if let standing = document.standing.item(at: moment), standing.value != .adopted {
            throw .documentRepealed(slug, since: standing.stamp.effective)
        }
        return document
    }

    /// A document that was adopted by the effective day, and may have been repealed since: what it
    /// led to is followed up and reported after its end, too.
    func adopted(
        _ slug: DocumentSlug, _ kind: DocumentKind? = nil
    ) throws(Rejection) -> DocumentStory {
        guard let document = known(slug), let adoption = document.adoption(known: moment.known)
        else { throw .unknownDocument(slug, kind) }
        if let kind, document.kind != kind { throw .wrongKind(slug, document.kind) }
        guard document.standing(at: moment) != nil else {
            throw .documentNotYetAdopted(slug, from: adoption.stamp.effective)
        }
        return document
    }

    func known(_ slug: DocumentSlug) -> DocumentStory? {
        situation.documents.known(slug, at: moment.known)
    }

    mutating func warnAboutValidity(of document: DocumentStory) {
        if let warning = document.validityWarning(at: moment) { warnings.append(warning) }
    }

    func openActions(of document: DocumentStory) -> [ActionNumber] {
        situation.actions.values.filter {
            $0.standing(at: moment) == .open && $0.document.value(at: moment) == document.number
        }.map(\.number).sorted()
    }

    /// The areas of these numbers, ascending, each once.
    func areas(_ numbers: [AreaNumber]) throws(Rejection) -> [AreaNumber] {
        for number in numbers {
            let story = situation.areas.first { $0.number == number }
            guard story?.title.value(at: moment) != nil else {
                throw .unknownArea(number, count: situation.counts.areas)
            }
        }
        return Set(numbers).sorted()
    }

    /// The goals of these numbers, ascending, each once.
    func goals(_ numbers: [GoalNumber]) throws(Rejection) -> [GoalNumber] {
        for number in numbers {
            let story = situation.goals.first { $0.number == number }
            guard story?.goal.value(at: moment) != nil else {
                throw .unknownGoal(number, count: situation.counts.goals)
            }
        }
        return Set(numbers).sorted()
    }
}
