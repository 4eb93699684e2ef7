import ArgumentParser
import Failures

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
