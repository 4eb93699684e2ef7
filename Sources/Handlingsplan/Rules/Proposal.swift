package import Coordinates

/// What is to become one entry: the commands, the day that they hold from, and where they can be
/// looked up. What flags or a line of a file ask for goes to the rules in this envelope.
package struct Proposal: Hashable, Sendable {
    /// One of the commands.
    package struct Step: Hashable, Sendable {
        package let command: Command
        /// The number that what the command begins must get; nil where any will do.
        package let begins: UInt32?

        package init(_ command: Command, begins: UInt32? = nil) {
            self.command = command
            self.begins = begins
        }
    }

    /// In order: each is judged by what those before it lead to, and may count on the numbers that
    /// they get.
    package let steps: [Step]
    /// By default the day on which it is recorded.
    package let effective: CalendarDate?
    package let reference: Reference

    package init(
        _ steps: [Step], effective: CalendarDate? = nil, reference: Reference = Reference()
    ) {
        self.steps = steps
        self.effective = effective
        self.reference = reference
    }

    package init(
        _ command: Command, effective: CalendarDate? = nil, reference: Reference = Reference()
    ) {
        self.init([Step(command)], effective: effective, reference: reference)
    }
}
