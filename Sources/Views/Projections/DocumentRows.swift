package import CBOR
package import Handlingsplan
import PlanLog

/// The steering documents: one row a document, by its number.
package enum DocumentRows: StoryProjection {
    package typealias Row = DocumentStory
    package static let name = "documents"
    package static let version = 1

    static func key(of subject: Subject) -> UInt64? {
        if case .document(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// `{1: number, 2: kind, 3: slug, 4: policy, 5...12: the timelines}`, in the order of the story.
extension DocumentStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> DocumentStory in
            DocumentStory(
                number: try fields.required(1), kind: try fields.required(2),
                slug: try fields.required(3), policy: try fields.optional(4),
                standing: try fields.timeline(5), title: try fields.timeline(6),
                lastDay: try fields.timeline(7), revisions: try fields.timeline(8),
                cycle: try fields.timeline(9), followUps: try fields.timeline(10),
                partners: try fields.timeline(11), annexes: try fields.timeline(12))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, number)
            $0.field(2, kind)
            $0.field(3, slug)
            $0.field(4, ifPresent: policy)
            $0.timeline(5, standing)
            $0.timeline(6, title)
            $0.timeline(7, lastDay)
            $0.timeline(8, revisions)
            $0.timeline(9, cycle)
            $0.timeline(10, followUps)
            $0.timeline(11, partners)
            $0.timeline(12, annexes)
        }
    }
}

/// `true` for adopted; for repealed `[]`, or with a successor `[number]`.
extension DocumentStory.Standing: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard try reader.peekType() == .array else {
            guard try reader.bool() else { throw reader.error(.outOfRange) }
            self = .adopted
            return
        }
        let successors = try [DocumentNumber](from: &reader)
        guard successors.count <= 1 else { throw reader.error(.outOfRange) }
        self = .repealed(successor: successors.first)
    }

    package func encode(to encoder: inout Encoder) {
        switch self {
        case .adopted: encoder.bool(true)
        case .repealed(let successor): (successor.map { [$0] } ?? []).encode(to: &encoder)
        }
    }
}

/// A partner, or for one that left, its name.
extension PartnerLink: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self =
            try reader.peekType() == .text
            ? .unlinked(name: try reader.text()) : .linked(try Partner(from: &reader))
    }

    package func encode(to encoder: inout Encoder) {
        switch self {
        case .linked(let partner): partner.encode(to: &encoder)
        case .unlinked(let name): encoder.text(name)
        }
    }
}
