package import Coordinates

/// One committee through renamings to its end.
package struct CommitteeStory: Story, Hashable {
    package enum Standing: Hashable, Sendable {
        case established
        case dissolved(successor: CommitteeNumber?)
        case split(into: [CommitteeNumber])
    }

    package let number: CommitteeNumber
    package let kind: CommitteeKind
    package internal(set) var naming = Timeline<Naming>()
    package internal(set) var standing = Timeline<Standing>()
    /// What the committee was told, each report from the day of its meeting.
    package internal(set) var reportsBack = Timeline<ReportBack>()
    package internal(set) var annexes = Timeline<Annex>()

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        guard case .committeeEstablished(let number, let naming, let kind) = event else {
            throw ImpossibleEvent(event)
        }
        self.number = number
        self.kind = kind
        self.naming.record(naming, at: stamp)
        standing.record(.established, at: stamp)
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        switch event {
        case .committeeRenamed(number, let naming):
            self.naming.record(naming, at: stamp)
        case .committeeDissolved(number, let successor):
            standing.record(.dissolved(successor: successor), at: stamp)
        case .committeesMerged(let numbers, let successor) where numbers.contains(number):
            standing.record(.dissolved(successor: successor), at: stamp)
        case .committeeSplit(number, let parts):
            standing.record(.split(into: parts), at: stamp)
        case .reportedBack(number, let report) where report.from < stamp.position:
            reportsBack.record(report, at: stamp)
        case .annexAttached(.committee(number), let annex):
            annexes.record(annex, at: stamp)
        default:
            throw ImpossibleEvent(event)
        }
    }

    package mutating func turn(itemsFrom source: Position, at position: Position) {
        naming.turn(itemsFrom: source, at: position)
        standing.turn(itemsFrom: source, at: position)
        reportsBack.turn(itemsFrom: source, at: position)
        annexes.turn(itemsFrom: source, at: position)
    }

    package func isInForce(at moment: Moment) -> Bool {
        standing.value(at: moment) == .established
    }

    /// The day from which the committee is dissolved or split, if it is.
    package func dissolved(at moment: Moment) -> CalendarDate? {
        guard let item = standing.item(at: moment), item.value != .established else {
            return nil
        }
        return item.stamp.effective
    }

    /// Whether any end of it is known that has come, whatever is said of it besides.
    package func everEnded(by moment: Moment) -> Bool {
        standing.everKnown(at: moment.known).contains {
            $0.value != .established && $0.stamp.effective <= moment.effective
        }
    }

    /// The name in force, or, for a moment before it had one, the first that it was given, of those
    /// that were not corrected away if any is left.
    package func naming(at moment: Moment) -> Naming {
        guard
            let naming = naming.value(at: moment)
                ?? naming.everKnown(at: moment.known).first?.value ?? naming.items.first?.value
        else { preconditionFailure("committee \(number) was never named") }
        return naming
    }

    package var subject: Subject { .committee(number) }

    package func isCovered(by counts: LedgerCounts) -> Bool {
        !naming.items.isEmpty
            && standing.items.allSatisfy { item in
                switch item.value {
                case .established: true
                case .dissolved(let successor): counts.has(successor, counts.has)
                case .split(let parts): parts.allSatisfy(counts.has)
                }
            } && reportsBack.items.allSatisfy { counts.has($0.value.scope) }
    }
}

extension CommitteeStory {
    /// The committees that were ever to succeed this one.
    var everSuccessors: [CommitteeNumber] {
        standing.items.compactMap { item in
            if case .dissolved(let successor) = item.value { successor } else { nil }
        }
    }
}
