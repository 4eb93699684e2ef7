package import Coordinates

/// One act by one administrator: a decision or a report, in force from one day, with the events
/// that it brings. One entry of the log holds one act, or a part of one too long for an entry.
package struct Act: Hashable, Sendable {
    /// The day from which the events hold (gäller från).
    package let effective: CalendarDate
    package let reference: Reference
    package let events: [Event]

    package init(effective: CalendarDate, reference: Reference = Reference(), events: [Event]) {
        self.effective = effective
        self.reference = reference
        self.events = events
    }
}

extension Act {
    /// The entry from which on it says that the clock was wrong, if it says so.
    package var clockDeclared: Position? {
        if case .clockDeclared(let first, _)? = events.first { first } else { nil }
    }
}

/// Where an act can be looked up. Free text, kept verbatim: real references have many forms.
package struct Reference: Hashable, Sendable {
    /// Body, date and paragraph: `KS 2014-05-20 § 45`.
    package let decision: String?
    /// The registry number (diarienummer): `12/123 130`.
    package let dnr: String?
    package let note: String?

    package init(decision: String? = nil, dnr: String? = nil, note: String? = nil) {
        self.decision = decision
        self.dnr = dnr
        self.note = note
    }
}

/// An act at its place in the log: what a fold takes one of at a time.
package struct RecordedAct: Hashable, Sendable {
    package let position: Position
    package let recordedAt: Timestamp
    package let act: Act
    /// The earlier acts whose validity this one turns, by its corrections. Correcting a
    /// correction turns what the first one had turned, back again.
    package let turned: [TurnedAct]
    /// What is true of each of the act's events, in their order.
    package let facts: [EventFacts]

    /// As many as one act can turn: corrections of corrections of corrections come to an end.
    package static let turnedLimit = 64

    package init(
        position: Position, recordedAt: Timestamp, act: Act, turned: [TurnedAct] = []
    ) {
        self.position = position
        self.recordedAt = recordedAt
        self.act = act
        self.turned = turned
        facts = act.events.map(\.facts)
    }

    package var stamp: Stamp { Stamp(effective: act.effective, position: position) }

    /// The facts follow from the act.
    package static func == (left: RecordedAct, right: RecordedAct) -> Bool {
        left.position == right.position && left.recordedAt == right.recordedAt
            && left.act == right.act && left.turned == right.turned
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(position)
        hasher.combine(act)
    }
}

/// An earlier act that a correction turns from valid to corrected, or back.
package struct TurnedAct: Hashable, Sendable {
    package let position: Position
    package let act: Act

    package init(position: Position, act: Act) {
        self.position = position
        self.act = act
    }
}

/// Where an event stands in two of the three times.
package struct Stamp: Hashable, Sendable {
    package let effective: CalendarDate
    package let position: Position

    package init(effective: CalendarDate, position: Position) {
        self.effective = effective
        self.position = position
    }
}
