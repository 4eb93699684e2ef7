import Answers
import FoundationEssentials
import Tables

/// What a command prints: for people, and for programs.
protocol Output {
    /// False, too, where no ledger is concerned.
    var isRehearsal: Bool { get }
    func text(in words: any Wording) -> String
    func content(in words: any Wording) -> any Encodable
}

/// What has tables, which can be written for other programs, too.
protocol TabularOutput: Output {
    /// From above, with an empty line between.
    func blocks(in words: any Wording) -> [Block]
}

enum Block {
    case text(String)
    case table(Table)
    /// One that may have no rows, which people are told instead of seeing none.
    case list(Table, ifEmpty: String)
}

extension TabularOutput {
    func text(in words: any Wording) -> String { text(in: words, width: nil) }

    /// - Parameter width: of the terminal, where there is one.
    func text(in words: any Wording, width: Int?) -> String {
        blocks(in: words).map { block in
            switch block {
            case .text(let text): text
            case .list(let table, let empty) where table.rows.isEmpty: empty
            case .table(let table), .list(let table, _): table.text(width: width)
            }
        }.joined(separator: "\n\n")
    }

    func tables(in words: any Wording) -> [Table] {
        blocks(in: words).compactMap { block in
            switch block {
            case .text: nil
            case .table(let table), .list(let table, _): table
            }
        }
    }
}

extension LedgerOptions {
    /// Prints to the standard output. Whatever comes from a rehearsal says so.
    func print(_ output: some Output) {
        if output.isRehearsal, format == .text { Swift.print(words.rehearsal) }
        printWithoutMark(output)
    }

    /// Prints what is to be kept as it is, such as a signed note.
    /// - Precondition: the format was asked for in `reporting`, which refuses that of tables for what
    ///   has none.
    func printWithoutMark(_ output: some Output) {
        let tabular = output as? any TabularOutput
        switch format {
        case .text:
            Swift.print(
                tabular?.text(in: words, width: Surroundings.terminalWidth())
                    ?? output.text(in: words))
        case .json: Swift.print(json(output.content(in: words)))
        case .table(let format):
            let tables = tabular?.tables(in: words) ?? []
            Swift.print(
                format.opening + tables.map(format.write).joined(separator: "\n"), terminator: "")
            if output.isRehearsal { remark(words.rehearsal) }
        }
    }

    /// Prints one of many, for programs in one line, and lets it go out.
    func printAtOnce(_ output: some Output) throws {
        try printAndFlush(
            format == .json
                ? json(output.content(in: words), style: []) : output.text(in: words))
    }
}

extension Output where Self: Answer {
    func content(in words: any Wording) -> any Encodable { forPrograms }
}

extension Answer {
    var forPrograms: any Encodable { PublishedAnswer(self) }
}
