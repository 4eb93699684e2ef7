package import Coordinates
package import Failures

/// The committees as they stood at a moment: who was in force, under which name, and who answers
/// for one that was dissolved.
package struct CommitteeRegister: Sendable {
    package private(set) var moment: Moment
    private let stories: [CommitteeNumber: CommitteeStory]
    /// How those stood that were ever to be succeeded. All others answer for themselves.
    private let everDissolved: [CommitteeNumber: Timeline<CommitteeStory.Standing>]
    /// The committees that each was ever to succeed, without others between.
    private let everSucceeded: [CommitteeNumber: [CommitteeNumber]]
    /// Whether committees may be missing. Then only those that are there are to be asked about.
    private let lacksCommittees: Bool

    /// - Parameters:
    ///   - stories: of every committee there ever was; where some are missing, with each that is
    ///     there all that were ever to succeed it, and all that it was ever to succeed.
    package init(
        _ stories: [CommitteeStory], lacksCommittees: Bool = false, at moment: Moment
    ) {
        self.stories = Dictionary(uniqueKeysWithValues: stories.map { ($0.number, $0) })
        self.lacksCommittees = lacksCommittees
        self.moment = moment
        var everDissolved: [CommitteeNumber: Timeline<CommitteeStory.Standing>] = [:]
        var everSucceeded: [CommitteeNumber: [CommitteeNumber]] = [:]
        for story in stories {
            for successor in story.everSuccessors {
                everDissolved[story.number] = story.standing
                everSucceeded[successor, default: []].append(story.number)
            }
        }
        self.everDissolved = everDissolved
        self.everSucceeded = everSucceeded
    }

    /// The same committees as they stood at another moment.
    package func at(_ moment: Moment) -> CommitteeRegister {
        var register = self
        register.moment = moment
        return register
    }

    /// As they stood on another day, as far as is known at the moment.
    func on(_ day: CalendarDate) -> CommitteeRegister {
        at(Moment(effective: day, known: moment.known))
    }

    package subscript(number: CommitteeNumber) -> CommitteeStory {
        guard let story = stories[number] else {
            preconditionFailure("committee \(number) is not in the register")
        }
        return story
    }

    /// Every committee there ever was, in order of number.
    package var all: [CommitteeNumber] {
        precondition(!lacksCommittees, "a register of some committees does not know all")
        return stories.keys.sorted()
    }

    package var inForce: [CommitteeNumber] { all.filter { self[$0].isInForce(at: moment) } }

    /// Those in force that carry things out: "all committees".
    package var carryingOut: [CommitteeNumber] { inForce.filter { self[$0].kind.carriesOut } }

    package func code(of number: CommitteeNumber) -> CommitteeCode {
        self[number].naming(at: moment).code
    }

    /// The committee that people mean by a code; nil where none ever had it.
    package func committee(_ code: CommitteeCode) -> CommitteeStory? {
        all.map { self[$0] }.meant(by: code, at: moment)
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
        for _ in 0...everDissolved.count {
            guard case .dissolved(let successor?) = everDissolved[holder]?.value(at: moment) else {
                return holder
            }
            holder = successor
        }
        // A chain longer than there are committees to succeed is a circle, such as a correction
        // that is itself corrected can close. Then nobody succeeds.
        return number
    }

    /// All committees that `number` answers for at the moment, itself among them.
    package func predecessors(of number: CommitteeNumber) -> [CommitteeNumber] {
        var ever: Set = [number]
        var pending = [number]
        while let successor = pending.popLast() {
            for predecessor in everSucceeded[successor, default: []]
            where ever.insert(predecessor).inserted {
                pending.append(predecessor)
            }
        }
        return ever.filter { holder(of: $0) == number }.sorted()
    }

    /// The committees that answer for an action, ascending.
    package func answering(_ responsible: Responsible?) -> [CommitteeNumber] {
        switch responsible?.who {
        case .committees(let numbers): return Set(numbers.map { holder(of: $0) }).sorted()
        case .all: return carryingOut
        case .allAsOf(let day):
            return Set(on(day).carryingOut.map { holder(of: $0) }).sorted()
        case nil: return []
        }
    }

    /// Whether a committee is one of them.
    package func answers(_ committee: CommitteeNumber, for responsible: Responsible?) -> Bool {
        switch responsible?.who {
        case .committees(let numbers): return numbers.contains { holder(of: $0) == committee }
        case .all:
            return self[committee].kind.carriesOut && self[committee].isInForce(at: moment)
        case .allAsOf(let day):
            let then = on(day)
            return predecessors(of: committee).contains {
                then[$0].kind.carriesOut && then[$0].isInForce(at: then.moment)
            }
        case nil: return false
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

extension [CommitteeStory] {
    /// The committee that people mean by a code, of these in the order of their numbers: the one in
    /// force that has it, else one that has it but is not in force, else one that had it or will
    /// have it.
    fileprivate func meant(by code: CommitteeCode, at moment: Moment) -> CommitteeStory? {
        let known = filter { $0.naming.isKnown(at: moment.known) }
        return known.first { $0.isInForce(at: moment) && $0.naming(at: moment).code == code }
            ?? known.last { $0.naming.value(at: moment)?.code == code }
            ?? known.last { story in
                story.naming.everKnown(at: moment.known).contains { $0.value.code == code }
            }
    }
}

extension LedgerReading {
    /// The committee that people mean by a code at a moment, found without reading all.
    /// - Throws: `NoSuchCommittee` where there is none; what reading throws.
    package func committee(_ code: CommitteeCode, at moment: Moment) throws -> CommitteeStory {
        let called = try committees(everCalled: code).compactMap { try committee($0) }
        guard let story = called.meant(by: code, at: moment) else {
            throw NoSuchCommittee(code: code)
        }
        return story
    }
}

extension NoSuchCommittee: Failing {
    package var failureKind: FailureKind { .missing("unknown-committee") }
}
