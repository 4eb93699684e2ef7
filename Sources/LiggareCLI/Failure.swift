import ArgumentParser
import Failures
import Files

extension ExitCode {
    /// An audit or a replay found something wrong.
    static let foundWrong = ExitCode(1)

    /// As sysexits.h has them; 0 is done.
    init(_ category: FailureKind.Category) {
        switch category {
        case .usage: self.init(64)
        case .refused: self.init(65)
        case .missing: self.init(66)
        case .storage: self.init(74)
        case .conflict: self.init(75)
        case .notPermitted: self.init(77)
        }
    }
}

/// A failure as programs read it.
struct FailureOutput: Encodable {
    let error: String
    let category: String
    let kind: String

    init(_ error: any Error, in words: any Wording) {
        self.init(words.sentence(error), FailureKind(of: error))
    }

    init(_ sentence: String, _ kind: FailureKind) {
        error = sentence
        category = kind.category.rawValue
        self.kind = kind.name
    }
}
