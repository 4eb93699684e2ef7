package import Coordinates

/// One steering document, a policy or a plan, from its adoption to its repeal.
package struct DocumentStory: Story, Hashable {
    package enum Standing: Hashable, Sendable {
        case adopted
        case repealed(successor: DocumentNumber?)
    }

    package let number: DocumentNumber
    package let kind: DocumentKind
    package let slug: DocumentSlug
    /// The policy that a plan carries out.
    package let policy: DocumentNumber?
    package internal(set) var standing = Timeline<Standing>()
    package internal(set) var title = Timeline<String>()
    /// The last day on which it is to be in force.
    package internal(set) var lastDay = Timeline<CalendarDate>()
    /// What each revision changed, in words.
    package internal(set) var revisions = Timeline<String>()
    package internal(set) var cycle = Timeline<FollowUpCycle>()
    package internal(set) var followUps = Timeline<FollowUp>()
    package internal(set) var partners = Timeline<PartnerLink>()
    package internal(set) var annexes = Timeline<Annex>()

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        let adoption: Adoption
        switch event {
        case .policyAdopted(let number, let policy):
            (self.number, kind, adoption) = (number, .policy, policy)
        case .planAdopted(let number, let plan):
            (self.number, kind, adoption) = (number, .plan, plan)
        default:
            throw ImpossibleEvent(event)
        }
        slug = adoption.slug
        policy = adoption.policy
        standing.record(.adopted, at: stamp)
        title.record(adoption.title, at: stamp)
        if let lastDay = adoption.lastDay { self.lastDay.record(lastDay, at: stamp) }
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        switch event {
        case .documentRevised(number, let summary, let title):
            revisions.record(summary, at: stamp)
            if let title { self.title.record(title, at: stamp) }
        case .documentProlonged(number, let lastDay):
            self.lastDay.record(lastDay, at: stamp)
        case .documentRepealed(number, let successor):
            standing.record(.repealed(successor: successor), at: stamp)
        case .followUpCycleSet(number, let cycle):
            self.cycle.record(cycle, at: stamp)
        case .followUpHeld(number, let followUp):
            followUps.record(followUp, at: stamp)
        case .partnerLinked(.document(number), let partner):
            partners.record(.linked(partner), at: stamp)
        case .partnerUnlinked(.document(number), let name):
            partners.record(.unlinked(name: name), at: stamp)
        case .annexAttached(.document(number), let annex):
            annexes.record(annex, at: stamp)
        default:
            throw ImpossibleEvent(event)
        }
    }

    package mutating func turn(itemsFrom source: Position, at position: Position) {
        standing.turn(itemsFrom: source, at: position)
        title.turn(itemsFrom: source, at: position)
        lastDay.turn(itemsFrom: source, at: position)
        revisions.turn(itemsFrom: source, at: position)
        cycle.turn(itemsFrom: source, at: position)
        followUps.turn(itemsFrom: source, at: position)
        partners.turn(itemsFrom: source, at: position)
        annexes.turn(itemsFrom: source, at: position)
    }

    /// The adoption, while it stands uncorrected. Without it there is no such document.
    package func adoption(known: Position) -> Timeline<Standing>.Item? {
        standing.first(known: known)
    }

    /// In force or repealed; nil at a moment when there is no such document.
    package func standing(at moment: Moment) -> Standing? {
        adoption(known: moment.known) == nil ? nil : standing.value(at: moment)
    }

    package var subject: Subject { .document(number) }

    package func isCovered(by counts: LedgerCounts) -> Bool {
        !title.items.isEmpty && counts.has(policy, counts.has)
            && standing.items.allSatisfy { item in
                guard case .repealed(let successor) = item.value else { return true }
                return counts.has(successor, counts.has)
            } && cycle.items.allSatisfy { counts.has($0.value.committee) }
            && followUps.items.allSatisfy { counts.has($0.value.committee) }
    }
}
