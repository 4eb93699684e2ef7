import Failures
import Files

/// What one line of a file asks for is refused, by a rule or for want of a right.
struct RefusedLine: Error {
    let file: String
    let line: Int
    /// Which of the line's events, counted from 1, where it has several.
    var event: Int?
    /// The heading of the cell, in a table.
    var heading: String?
    let reason: any Error
}

extension RefusedLine: Failing {
    var failureKind: FailureKind { FailureKind(of: reason) }
}
