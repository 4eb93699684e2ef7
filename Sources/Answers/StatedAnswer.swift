package import Failures
import FoundationEssentials

/// An answer as somebody states it, in JSON, to be held against one that was derived.
package struct StatedAnswer: Sendable {
    /// Nil where it does not say.
    package let schema: AnswerSchema?
    private let value: JSONValue

    /// - Throws: `MalformedAnswer` for all but a JSON object as ``json(_:style:)`` writes it, white space
    ///   aside: of two fields with one name, readers differ on which counts.
    package init(_ text: String) throws(MalformedAnswer) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)),
            case .object(let fields) = value, value.bytes == JSONValue.withoutSpace(text)
        else { throw MalformedAnswer() }
        self.value = value
        schema =
            if case .string(let name)? = fields[JSONText("schema")] {
                AnswerSchema(name.text)
            } else {
                nil
            }
    }

    /// Whether ``difference(from:)`` knows the fields: those of an answer of that type, up to now.
    package func isKnown(to type: (some Answer).Type) -> Bool {
        schema.map { $0.kind == type.schema.kind && $0.number <= type.schema.number } ?? false
    }

    /// The first field, in the order of the names, that is not the same: of the fields that the stated
    /// schema has.
    /// - Precondition: the schema is known to the answer's type.
    package func difference<Derived: Answer>(from answer: Derived) -> AnswerDifference? {
        guard let schema, isKnown(to: Derived.self) else {
            preconditionFailure("an answer of another schema is not compared")
        }
        let text = json(PublishedAnswer(answer))
        guard let derived = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
            preconditionFailure("our own JSON can be read")
        }
        let later = Set(Derived.laterFields.filter { $0.value > schema.number }.keys)
        return value.difference(from: derived.without(later).naming(schema), at: "")
    }
}

/// A text that is no JSON object as this program writes them.
package struct MalformedAnswer: Error, Equatable, Sendable {}

/// Where a stated answer and a derived one part: a path such as `actions[2].status`, and what stands
/// there, as JSON; nil for nothing.
package struct AnswerDifference: Equatable, Sendable {
    package let path: String
    package let stated: String?
    package let derived: String?

    package init(path: String, stated: String?, derived: String?) {
        self.path = path
        self.stated = stated
        self.derived = derived
    }
}

extension MalformedAnswer: Failing {
    package var failureKind: FailureKind { .refused("malformed-answer") }
}
