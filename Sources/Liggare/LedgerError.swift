import Exchange
import Failures
import Files
import Handlingsplan
import Registry

/// Why something was not done. Nothing was recorded, unless it says otherwise.
public struct LedgerError: Error, Sendable {
    /// What to do about it.
    public enum Category: String, Sendable, CaseIterable {
        /// The call cannot be understood: call otherwise.
        case usage
        /// Against a rule, or unreadable input: ask for something else.
        case refused
        /// There is no such ledger or thing.
        case missing
        /// Storage or the machine failed, or what is stored contradicts itself.
        case storage
        /// Another was quicker, or has it: try again.
        case conflict
        /// Who asks may not.
        case notPermitted = "not-permitted"
    }

    public let category: Category
    /// In kebab-case, the same from version to version.
    public let kind: String
    /// Which line of what was to be recorded is meant, counted from 1; nil where it is none.
    public let line: Int?
    /// For a log; it is no sentence for users.
    public let detail: String

    /// - Parameter lines: the lines of what was to be recorded.
    init(_ error: any Error, in lines: [EventLine] = []) {
        let kind = FailureKind(of: error)
        category =
            switch kind.category {
            case .usage: .usage
            case .refused: .refused
            case .missing: .missing
            case .storage: .storage
            case .conflict: .conflict
            case .notPermitted: .notPermitted
            }
        self.kind = kind.name
        func number(_ index: Int) -> Int? {
            lines.indices.contains(index) ? lines[index].number : nil
        }
        line =
            switch error {
            case let error as EventLineError: error.line > 0 ? error.line : nil
            case let error as RejectedProposal: number(error.index)
            case let error as NotPermitted: number(error.index ?? 0)
            case is Rejection: number(0)
            default: nil
            }
        detail = "\(error)"
    }
}

/// Throws what `body` throws as users of the library get it.
func telling<Result>(_ body: () throws -> Result) throws(LedgerError) -> Result {
    do {
        return try body()
    } catch let error as LedgerError {
        throw error
    } catch {
        throw LedgerError(error)
    }
}

/// A text that is not what its parameter is for.
struct UnreadArgument: Error {
    let text: String
    let needed: String
}

extension UnreadArgument: Failing {
    var failureKind: FailureKind { .usage("unread-argument") }
}

/// A parameter's text as what it stands for.
func argument<Value>(_ text: String, _ needed: String, _ value: Value?) throws -> Value {
    guard let value else { throw UnreadArgument(text: text, needed: needed) }
    return value
}
