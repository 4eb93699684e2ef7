import CBOR
import Coordinates
import EntryLog
import Handlingsplan

// The format is specified in act.cddl, beside this file.

/// What an event is called in the log. A number, once released, keeps its meaning for ever.
private enum EventKind: UInt64 {
    case committeeEstablished = 1
    case committeeRenamed = 2
    case committeeDissolved = 3
    case planAdopted = 10
    case actionDecided = 20
    case actionAmended = 21
    case actionClosed = 22
    case actionReopened = 23
    case responsibilityAssigned = 30
    case responsibilityTransferred = 31
    case deadlineSet = 40
    case statusReported = 50
    case entryCorrected = 60
}

/// An event that this program does not know: never skipped, since a view without it would be
/// wrong without showing it.
package struct UnknownEvent: Error, Hashable, Sendable {
    package let kind: UInt64
    package let version: UInt64

    package init(kind: UInt64, version: UInt64) {
        self.kind = kind
        self.version = version
    }
}

/// One item of an act's list: `[kind, version, {fields}]`.
enum RecordedEvent: CBORCodable {
    case known(Event)
    case unknown(UnknownEvent)

    init(from reader: inout Reader) throws(CBORError) {
        guard try reader.array() == 3 else { throw reader.error(.outOfRange) }
        let number = try reader.unsigned()
        let version = try reader.unsigned()
        // An earlier version of a kind is to be upcast here, to what the newest would have said.
        if version == 1, let kind = EventKind(rawValue: number) {
            self = .known(
                try reader.fields { (fields) throws(CBORError) -> Event in
                    try fields.event(kind)
                })
        } else {
            _ = try reader.skip()
            self = .unknown(UnknownEvent(kind: number, version: version))
        }
    }

    func encode(to encoder: inout Encoder) {
        guard case .known(let event) = self else {
            preconditionFailure("an unknown event is never written")
        }
        encoder.array(3) { encoder in
            encoder.unsigned(event.kind.rawValue)
            encoder.unsigned(1)
            encoder.map { $0.fields(of: event) }
        }
    }
}

extension Event {
    fileprivate var kind: EventKind {
        switch self {
        case .committeeEstablished: .committeeEstablished
        case .committeeRenamed: .committeeRenamed
        case .committeeDissolved: .committeeDissolved
        case .planAdopted: .planAdopted
        case .actionDecided: .actionDecided
        case .actionAmended: .actionAmended
        case .actionClosed: .actionClosed
        case .actionReopened: .actionReopened
        case .responsibilityAssigned: .responsibilityAssigned
        case .responsibilityTransferred: .responsibilityTransferred
        case .deadlineSet: .deadlineSet
        case .statusReported: .statusReported
        case .entryCorrected: .entryCorrected
        }
    }
}

extension MapEncoder {
    fileprivate mutating func fields(of event: Event) {
        switch event {
        case .committeeEstablished(let committee, let naming),
            .committeeRenamed(let committee, let naming):
            field(1, committee)
            field(2, naming.code)
            field(3, naming.name)
        case .committeeDissolved(let committee, let successor):
            field(1, committee)
            field(2, ifPresent: successor)
        case .planAdopted(let plan, let slug, let title):
            field(1, plan)
            field(2, slug)
            field(3, title)
        case .actionDecided(let action, let plan, let title):
            field(1, action)
            field(2, plan)
            field(3, title)
        case .actionAmended(let action, let text), .actionReopened(let action, let text):
            field(1, action)
            field(2, text)
        case .actionClosed(let action):
            field(1, action)
        case .responsibilityAssigned(let action, let responsible):
            field(1, action)
            field(2, responsible)
        case .responsibilityTransferred(let action, let from, let now):
            field(1, action)
            field(2, from)
            field(3, now)
        case .deadlineSet(let action, let deadline):
            field(1, action)
            field(2, deadline)
        case .statusReported(let action, let committee, let status):
            field(1, action)
            field(2, committee)
            field(3, status)
        case .entryCorrected(let position, let reason):
            field(1, position)
            field(2, reason)
        }
    }
}

extension FieldReader {
    fileprivate mutating func event(_ kind: EventKind) throws(CBORError) -> Event {
        switch kind {
        case .committeeEstablished: .committeeEstablished(try required(1), try naming())
        case .committeeRenamed: .committeeRenamed(try required(1), try naming())
        case .committeeDissolved:
            .committeeDissolved(try required(1), successor: try optional(2))
        case .planAdopted:
            .planAdopted(try required(1), try required(2), title: try required(3))
        case .actionDecided:
            .actionDecided(try required(1), try required(2), title: try required(3))
        case .actionAmended: .actionAmended(try required(1), title: try required(2))
        case .actionClosed: .actionClosed(try required(1))
        case .actionReopened: .actionReopened(try required(1), reason: try required(2))
        case .responsibilityAssigned:
            .responsibilityAssigned(try required(1), try required(2))
        case .responsibilityTransferred:
            .responsibilityTransferred(
                try required(1), from: try required(2), now: try required(3))
        case .deadlineSet: .deadlineSet(try required(1), try required(2))
        case .statusReported:
            .statusReported(try required(1), try required(2), try required(3))
        case .entryCorrected: .entryCorrected(try required(1), reason: try required(2))
        }
    }

    private mutating func naming() throws(CBORError) -> Naming {
        Naming(code: try required(2), name: try required(3))
    }
}
