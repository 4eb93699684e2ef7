import Answers
import FoundationEssentials

/// What a command prints: for people, and for programs.
protocol Output {
    /// False, too, where no ledger is concerned.
    var isRehearsal: Bool { get }
    var text: String { get }
    var content: any Encodable { get }
}

extension LedgerOptions {
    /// Prints to the standard output. Whatever comes from a rehearsal says so.
    func print(_ output: some Output) {
        if output.isRehearsal, format == .text { Swift.print(Texts.rehearsal) }
        printWithoutMark(output)
    }

    /// Prints what is to be kept as it is, such as a signed note.
    func printWithoutMark(_ output: some Output) {
        switch format {
        case .text:
            Swift.print(output.text)
        case .json:
            Swift.print(json(output.content))
        }
    }

    /// Prints one of many, for programs in one line, and lets it go out.
    func printAtOnce(_ output: some Output) throws {
        switch format {
        case .text: try printAndFlush(output.text)
        case .json: try printAndFlush(json(output.content, style: []))
        }
    }
}

extension Output where Self: Answer {
    var content: any Encodable { forPrograms }
}

extension Answer {
    var forPrograms: any Encodable { PublishedAnswer(self) }
}
