package import Coordinates

/// The committees as they stood at a moment: who was in force, under which name, and who answers
/// for one that was dissolved.
package struct CommitteeRegister: Sendable {
    package let moment: Moment
    let stories: [CommitteeStory]

    package init(_ stories: [CommitteeStory], at moment: Moment) {
        self.stories = stories
        self.moment = moment
    }

    package subscript(number: CommitteeNumber) -> CommitteeStory {
        stories[Int(number.value) - 1]
    }

    /// The committees as they stood the day before another, as far as is known at the moment.
    func dayBefore(_ day: CalendarDate) -> CommitteeRegister? {
        day.advanced(byDays: -1).map {
            CommitteeRegister(stories, at: Moment(effective: $0, known: moment.known))
        }
    }

    /// Every committee there ever was.
    package var all: [CommitteeNumber] { stories.map(\.number) }

    package var inForce: [CommitteeNumber] {
        stories.filter { $0.isInForce(at: moment) }.map(\.number)
    }

    package func code(of number: CommitteeNumber) -> CommitteeCode {
        self[number].naming(at: moment).code
    }

    /// The committee that people mean by a code: the one in force that has it, else one that has
    /// it but is not in force, else one that had it or will have it.
    package func committee(_ code: CommitteeCode) -> CommitteeStory? {
        let known = stories.filter { $0.naming.isKnown(at: moment.known) }
        return known.first { $0.isInForce(at: moment) && $0.naming(at: moment).code == code }
            ?? known.last { $0.naming.value(at: moment)?.code == code }
            ?? known.last { story in
                story.naming.everKnown(at: moment.known).contains { $0.value.code == code }
            }
    }

    /// As `committee(_:)`.
    /// - Throws: `NoSuchCommittee` where there is none.
    package func required(_ code: CommitteeCode) throws(NoSuchCommittee) -> CommitteeStory {
        guard let story = committee(code) else { throw NoSuchCommittee(code: code) }
        return story
    }

    /// Who answers for a committee at the moment: itself, or after its dissolution its successor,
    /// and so on. One that was split answers for what it has not handed over.
    package func holder(of number: CommitteeNumber) -> CommitteeNumber {
        var holder = number
        for _ in stories {
            guard case .dissolved(let successor?) = self[holder].standing.value(at: moment) else {
                return holder
            }
            holder = successor
        }
        // A chain longer than there are committees is a circle, such as a correction
        // that is itself corrected can close. Then nobody succeeds.
        return number
    }

    /// All committees that `number` answers for at the moment, itself among them.
    package func predecessors(of number: CommitteeNumber) -> [CommitteeNumber] {
        stories.map(\.number).filter { holder(of: $0) == number }
    }

    /// The committees that answer for an action, ascending.
    package func answering(_ responsible: Responsible?) -> [CommitteeNumber] {
        switch responsible?.who {
        case .committees(let numbers): return Set(numbers.map { holder(of: $0) }).sorted()
        case .all: return inForce
        case .allAsOf(let day):
            let then = CommitteeRegister(
                stories, at: Moment(effective: day, known: moment.known))
            return Set(then.inForce.map { holder(of: $0) }).sorted()
        case nil: return []
        }
    }
}

/// No committee has, had or is to have this code.
package struct NoSuchCommittee: Error, Hashable, Sendable {
    package let code: CommitteeCode
}

extension Timeline {
    /// What stands uncorrected at a position, whatever the day it holds from.
    package func everKnown(at known: Position) -> some Collection<Item> {
        items.lazy.filter { $0.stamp.position <= known && isUpright($0.turns, at: known) }
    }

    package func isKnown(at known: Position) -> Bool {
        !everKnown(at: known).isEmpty
    }
}
