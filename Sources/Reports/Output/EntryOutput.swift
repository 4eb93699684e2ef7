package import Answers
import Handlingsplan

extension EntryAnswer: Output {
    package func text(in words: any Wording) -> String { words.entry(self) }
}
