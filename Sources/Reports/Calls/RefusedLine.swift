package import Failures
import Files

/// What one line of a file asks for is refused, by a rule or for want of a right.
package struct RefusedLine: Error {
    package let file: String
    package let line: Int
    /// Which of the line's events, counted from 1, where it has several.
    package var event: Int?
    /// The heading of the cell, in a table.
    package var heading: String?
    package let reason: any Error

    package init(
        file: String, line: Int, event: Int? = nil, heading: String? = nil, reason: any Error
    ) {
        self.file = file
        self.line = line
        self.event = event
        self.heading = heading
        self.reason = reason
    }
}

extension RefusedLine: Failing {
    package var failureKind: FailureKind { FailureKind(of: reason) }
}
