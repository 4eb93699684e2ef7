package import CBOR
import Coordinates
package import Handlingsplan

// How a deadline and its reading stand in the log. Specified in act.cddl.

extension Deadline: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Deadline in
            Deadline(text: try fields.required(1), reading: try fields.optional(2))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, text)
            $0.field(2, ifPresent: reading)
        }
    }
}

extension DeadlineReading: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> DeadlineReading in
            let mode: Mode = try fields.required(1)
            let precision: Precision? = try fields.optional(2)
            let earliest: CalendarDate? = try fields.optional(3)
            let latest: CalendarDate? = try fields.optional(4)
            let recurrence: Recurrence? = try fields.optional(5)
            let relation: String? = try fields.optional(6)
            let receiver: String? = try fields.optional(7)
            let assumptions: [Assumption]? = try fields.optional(8)
            let reading = DeadlineReading(
                mode: mode, precision: precision, earliest: earliest, latest: latest,
                recurrence: recurrence, relation: relation, receiver: receiver,
                assumptions: assumptions ?? [])
            // One reading has one encoding: ascending, each once, and none at all if there is none.
            guard assumptions.map({ !$0.isEmpty && $0 == reading.assumptions }) ?? true else {
                throw fields.error(.outOfRange)
            }
            return reading
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, mode)
            $0.field(2, ifPresent: precision)
            $0.field(3, ifPresent: earliest)
            $0.field(4, ifPresent: latest)
            $0.field(5, ifPresent: recurrence)
            $0.field(6, ifPresent: relation)
            $0.field(7, ifPresent: receiver)
            $0.field(8, ifPresent: assumptions.isEmpty ? nil : assumptions)
        }
    }
}

extension Recurrence: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Recurrence in
            let every: Unit = try fields.required(1)
            let interval: UInt64 = try fields.required(2)
            let occasions: [Occasion]? = try fields.optional(3)
            guard let interval = Int(exactly: interval), Recurrence.intervals.contains(interval),
                occasions != []
            else { throw fields.error(.outOfRange) }
            return Recurrence(
                every: every, interval: interval, on: occasions ?? [],
                until: try fields.optional(4))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, every)
            $0.field(2, UInt64(interval))
            $0.field(3, ifPresent: on.isEmpty ? nil : on)
            $0.field(4, ifPresent: until)
        }
    }
}

/// In words of its own: `02-28`, `04`, `09/11`.
extension Occasion: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        let text = try reader.text()
        guard let occasion = Occasion(text), occasion.description == text else {
            throw reader.error(.outOfRange)
        }
        self = occasion
    }

    package func encode(to encoder: inout Encoder) { encoder.text(description) }
}

extension DeadlineReading.Mode: ListedValue {
    static let list: [DeadlineReading.Mode] = [.by, .before, .during, .from, .between, .ongoing]
}

extension DeadlineReading.Precision: ListedValue {
    static let list: [DeadlineReading.Precision] = [
        .day, .week, .month, .months, .quarter, .tertial, .halfYear, .season, .year, .period,
        .mandatePeriod,
    ]
}

extension Recurrence.Unit: ListedValue {
    static let list: [Recurrence.Unit] = [
        .month, .quarter, .tertial, .halfYear, .year, .mandatePeriod, .meeting,
    ]
}

extension Assumption: ListedValue {
    static let list: [Assumption] = [
        .yearFromGiven, .yearUnknown, .beforeStrictly, .afterStrictly, .endIncluded,
        .seasonBoundaries, .seasonHalves, .winterBeginsInYear, .thirds, .gapIncluded,
        .electionYearsNamed, .evenlySpread, .atLeastThisOften, .beforeIncluded,
    ]
}
