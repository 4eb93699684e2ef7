package import Coordinates
package import Failures

/// All that has been recorded about one thing, as timelines. Stories are what the fold makes of
/// the log, wherever they are kept.
package protocol Story: Sendable {
    /// Starts a story with its first event.
    /// - Throws: `ImpossibleEvent` where the event cannot begin one.
    init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent)

    /// Takes one more event about this thing.
    /// - Throws: `ImpossibleEvent` for an event that belongs to another story, or begins this
    ///   one again.
    mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent)

    /// A correction at `position` turns what the entry at `source` said about this thing.
    mutating func turn(itemsFrom source: Position, at position: Position)

    /// The thing whose story it is.
    var subject: Subject { get }

    /// Whether all that it speaks of is there, and it has a name to be shown under.
    func isCovered(by counts: LedgerCounts) -> Bool
}

/// An event that no history decided by our rules can hold at this place.
package struct ImpossibleEvent: Error, Hashable, Sendable {
    package let event: Event

    package init(_ event: Event) { self.event = event }
}

extension ImpossibleEvent: Failing {
    package var failureKind: FailureKind { .storage("impossible-event") }
}
