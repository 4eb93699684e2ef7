package import Failures
import Files

/// A failure as programs read it.
package struct FailureOutput: Encodable {
    package let error: String
    package let category: String
    package let kind: String

    package init(_ error: any Error, in words: any Wording) {
        self.init(words.sentence(error), FailureKind(of: error))
    }

    package init(_ sentence: String, _ kind: FailureKind) {
        error = sentence
        category = kind.category.rawValue
        self.kind = kind.name
    }
}
