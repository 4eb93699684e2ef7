import Answers
import Handlingsplan

extension EntryAnswer: Output {
    func text(in words: any Wording) -> String { words.entry(self) }
}
