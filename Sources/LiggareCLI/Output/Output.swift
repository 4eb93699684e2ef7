import Answers
import FoundationEssentials
import Tables

/// What a command prints: for people, and for programs.
protocol Output {
    /// False, too, where no ledger is concerned.
    var isRehearsal: Bool { get }
    var text: String { get }
    var content: any Encodable { get }
}

/// What has tables, which can be written for other programs, too.
protocol TabularOutput: Output {
    /// From above, with an empty line between.
    var blocks: [Block] { get }
}

enum Block {
    case text(String)
    case table(Table)
}

extension TabularOutput {
    var text: String { text(width: nil) }

    /// - Parameter width: of the terminal, where there is one.
    func text(width: Int?) -> String {
        blocks.map { block in
            switch block {
            case .text(let text): text
            case .table(let table): table.text(width: width)
            }
        }.joined(separator: "\n\n")
    }

    var tables: [Table] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
}

extension LedgerOptions {
    /// Prints to the standard output. Whatever comes from a rehearsal says so.
    func print(_ output: some Output) {
        if output.isRehearsal, format == .text { Swift.print(Texts.rehearsal) }
        printWithoutMark(output)
    }

    /// Prints what is to be kept as it is, such as a signed note.
    /// - Precondition: the format was asked for in `reporting`, which refuses that of tables for what
    ///   has none.
    func printWithoutMark(_ output: some Output) {
        let tabular = output as? any TabularOutput
        switch format {
        case .text: Swift.print(tabular?.text(width: Surroundings.terminalWidth()) ?? output.text)
        case .json: Swift.print(json(output.content))
        case .table(let format):
            let tables = tabular?.tables ?? []
            Swift.print(tables.map(format.write).joined(separator: "\n"), terminator: "")
        }
    }

    /// Prints one of many, for programs in one line, and lets it go out.
    func printAtOnce(_ output: some Output) throws {
        try printAndFlush(format == .json ? json(output.content, style: []) : output.text)
    }
}

extension Output where Self: Answer {
    var content: any Encodable { forPrograms }
}

extension Answer {
    var forPrograms: any Encodable { PublishedAnswer(self) }
}
