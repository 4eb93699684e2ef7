import Answers
package import Handlingsplan

/// What a phrase was read to mean.
package struct DeadlineOutput: Output {
    package let deadline: Deadline
    package let isRehearsal = false

    package init(_ deadline: Deadline) { self.deadline = deadline }

    package func content(in words: any Wording) -> any Encodable { DeadlineContent(deadline) }
    package func text(in words: any Wording) -> String { words.trial(deadline) }
}
