import Answers
import Files
import Reports
import Tables

extension LedgerOptions {
    /// Prints to the standard output. Whatever comes from a rehearsal says so.
    func print(_ output: some Output) {
        if output.isRehearsal, format == .text { Swift.print(words.rehearsal) }
        printWithoutMark(output)
    }

    /// Prints an answer, with what its reader must know of the ledger.
    func print(_ answer: some Output & Answer, _ caveats: Caveats) {
        if format == .json {
            Swift.print(json(PublishedAnswer(answer, caveats)))
        } else {
            print(answer)
        }
        remark(on: caveats)
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
        case .cose: preconditionFailure("only prove writes COSE, and to a file")
        }
    }

    /// Prints one of many, for programs in one line, and lets it go out.
    func printAtOnce(_ output: some Output) throws {
        try printAndFlush(
            format == .json
                ? json(output.content(in: words), style: []) : output.text(in: words))
    }
}

extension LedgerOptions {
    /// Writes what was made to a file, and says so; or without one prints it, for people as it is.
    func deliver(_ evidence: EvidenceOutput, to path: String?) throws {
        var evidence = evidence
        evidence.path = path
        if let path {
            try WholeFile.write(Array(evidence.file.utf8), to: path, for: .usual)
        } else if format == .text {
            return Swift.print(evidence.file, terminator: "")
        }
        print(evidence)
    }
}
