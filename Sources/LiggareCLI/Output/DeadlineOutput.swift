import Answers
import Handlingsplan

/// What a phrase was read to mean.
struct DeadlineOutput: Output {
    let deadline: Deadline
    let isRehearsal = false

    init(_ deadline: Deadline) { self.deadline = deadline }

    var content: any Encodable { DeadlineContent(deadline) }
    var text: String { Texts.trial(deadline) }
}
