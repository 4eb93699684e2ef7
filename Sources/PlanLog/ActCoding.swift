import CBOR
import Coordinates
package import Failures
package import Handlingsplan

// The format is specified in act.cddl, beside this file.

/// Why an entry's content is not an act.
package enum ActError: Error, Hashable, Sendable {
    case malformed(String)
    case unknownEvent(UnknownEvent)
}

/// One entry's part of an act: all of it, for all but the longest.
package struct ActPart: Hashable, Sendable {
    package let act: Act
    package let content: [UInt8]
}

extension Act {
    /// The act as the contents of entries: one, or where it is too long for one, several that
    /// share its day and reference, with its events in order.
    ///
    /// - Precondition: there are events, and each fits into an entry, which the limits on texts see
    ///   to.
    package func parts(contentByteLimit: Int) -> [ActPart] {
        precondition(!events.isEmpty, "an act has events")
        var parts: [ActPart] = []
        var rest = events[...]
        var count = rest.count
        repeat {
            // What fitted last time is a good guess, and keeps the work in proportion.
            count = min(count, rest.count)
            var part = encode(rest.prefix(count))
            while part.count > contentByteLimit {
                precondition(count > 1, "an event of \(part.count) bytes fits into no entry")
                count /= 2
                part = encode(rest.prefix(count))
            }
            let act = Act(
                effective: effective, reference: reference, events: Array(rest.prefix(count)))
            parts.append(ActPart(act: act, content: part))
            rest = rest.dropFirst(count)
        } while !rest.isEmpty
        return parts
    }

    private func encode(_ events: ArraySlice<Event>) -> [UInt8] {
        var encoder = Encoder()
        encoder.map {
            $0.field(1, effective)
            $0.field(2, ifPresent: reference.decision)
            $0.field(3, ifPresent: reference.dnr)
            $0.field(4, ifPresent: reference.note)
            $0.field(5, Array(events))
        }
        return encoder.bytes
    }

    /// An act as it is admitted to a ledger: with forms that reading does not ask for again.
    /// - Throws: `ActError`.
    package init(admitting content: RawSpan) throws(ActError) {
        try self.init(decoding: content)
        guard (try? content.hasPlainTexts) == true else {
            throw .malformed("a text is empty, or has a character that is not to be shown")
        }
        guard events.count == 1 || !events.contains(where: \.facts.isOfLog) else {
            throw .malformed("what is said of the log itself stands beside something else")
        }
    }

    /// - Throws: `ActError` for anything that this version would not have written.
    package init(
        decoding content: RawSpan, in forms: EventForms = .released
    ) throws(ActError) {
        let fields: RecordedFields
        do throws(CBORError) {
            var reader = Reader(content)
            let recorded = try reader.fields { (fields) throws(CBORError) -> RecordedFields in
                RecordedFields(
                    effective: try fields.required(1),
                    reference: Reference(
                        decision: try fields.optional(2), dnr: try fields.optional(3),
                        note: try fields.optional(4)),
                    events: try fields.required(5) { (reader) throws(CBORError) in
                        try RecordedEvents(from: &reader, in: forms)
                    })
            }
            try reader.end()
            fields = recorded
        } catch {
            throw .malformed("\(error)")
        }
        self.init(
            effective: fields.effective, reference: fields.reference,
            events: try fields.events.known())
    }
}

private struct RecordedFields {
    let effective: CalendarDate
    let reference: Reference
    let events: RecordedEvents
}

/// The events of an act as far as this program knows them.
private struct RecordedEvents {
    private var events: [Event] = []
    private var unknown: UnknownEvent?

    init(from reader: inout Reader, in forms: EventForms) throws(CBORError) {
        for _ in 0..<(try reader.array()) {
            switch try RecordedEvent(from: &reader, in: forms) {
            case .known(let event): events.append(event)
            case .unknown(let event): unknown = unknown ?? event
            }
        }
    }

    /// All of them: a view without one would be wrong without showing it.
    func known() throws(ActError) -> [Event] {
        if let unknown { throw .unknownEvent(unknown) }
        if events.isEmpty { throw .malformed("an act without events") }
        return events
    }
}

extension ActError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .malformed, .unknownEvent: .storage("malformed-act")
        }
    }
}

extension ActError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let detail): detail
        case .unknownEvent(let event):
            "an event of kind \(event.kind), version \(event.version), is not known here"
        }
    }
}
