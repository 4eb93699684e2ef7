import Answers
import Handlingsplan

extension EntryAnswer: Output {
    var text: String { Texts.entry(self) }

    var events: [String] {
        guard let act else { return [] }
        return act.events.map { Texts.event($0, names) }
    }
}
