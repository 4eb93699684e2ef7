package import CBOR
import Coordinates
package import Handlingsplan

// How what is said of a steering document stands in the log. Specified in act.cddl.

extension Adoption: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Adoption in
            Adoption(
                slug: try fields.required(1), title: try fields.required(2),
                policy: try fields.optional(3), lastDay: try fields.optional(4))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, slug)
            $0.field(2, title)
            $0.field(3, ifPresent: policy)
            $0.field(4, ifPresent: lastDay)
        }
    }
}

extension Goal: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Goal in
            let document: DocumentNumber = try fields.required(1)
            let title: String = try fields.required(2)
            return Goal(
                document: document, area: try fields.optional(3), title: title,
                deadline: try fields.optional(4))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, document)
            $0.field(2, title)
            $0.field(3, ifPresent: area)
            $0.field(4, ifPresent: deadline)
        }
    }
}

extension FollowUpCycle: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> FollowUpCycle in
            FollowUpCycle(committee: try fields.required(1), deadline: try fields.required(2))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, committee)
            $0.field(2, deadline)
        }
    }
}

extension FollowUp: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> FollowUp in
            FollowUp(
                committee: try fields.required(1), period: try fields.required(2),
                summary: try fields.optional(3))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, committee)
            $0.field(2, period)
            $0.field(3, ifPresent: summary)
        }
    }
}

extension Guideline: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Guideline in
            Guideline(
                document: try fields.required(1), issuer: try fields.required(2),
                addressees: try fields.ascending(3), text: try fields.required(4),
                period: try fields.optional(5), deadline: try fields.optional(6))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, document)
            $0.field(2, issuer)
            $0.field(3, addressees)
            $0.field(4, text)
            $0.field(5, ifPresent: period)
            $0.field(6, ifPresent: deadline)
        }
    }
}

extension GuidelineAnswer: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> GuidelineAnswer in
            GuidelineAnswer(committee: try fields.required(1), text: try fields.required(2))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, committee)
            $0.field(2, text)
        }
    }
}

extension DocumentKind: ListedValue {
    static let list: [DocumentKind] = [.policy, .plan]
}
