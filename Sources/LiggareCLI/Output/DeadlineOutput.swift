import Answers
import Handlingsplan

/// What a phrase was read to mean.
struct DeadlineOutput: Output {
    let deadline: Deadline
    let isRehearsal = false

    init(_ deadline: Deadline) { self.deadline = deadline }

    func content(in words: any Wording) -> any Encodable { DeadlineContent(deadline) }
    func text(in words: any Wording) -> String { words.trial(deadline) }
}
