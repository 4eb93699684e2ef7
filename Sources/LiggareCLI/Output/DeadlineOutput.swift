import Coordinates
import Handlingsplan

/// A deadline, for programs: the words, and the days that they were read to mean.
struct DeadlineContent: Encodable {
    let text: String
    let earliest: Nullable<String>
    let latest: Nullable<String>
    let rule: Nullable<String>
    let unread: Bool

    init(_ deadline: Deadline) {
        text = deadline.text
        earliest = Nullable(deadline.reading?.earliest?.description)
        latest = Nullable(deadline.reading?.latest.description)
        rule = Nullable(deadline.reading?.rule.rawValue)
        unread = deadline.reading == nil
    }
}

struct DeadlineOutput: Output {
    let deadline: Deadline
    let isRehearsal = false

    init(_ deadline: Deadline) { self.deadline = deadline }

    var content: any Encodable { DeadlineContent(deadline) }
    var text: String { Texts.reading(deadline) }
}
