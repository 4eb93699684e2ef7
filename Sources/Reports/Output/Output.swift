package import Answers
import FoundationEssentials
package import Tables

/// What a command prints: for people, and for programs.
package protocol Output {
    /// False, too, where no ledger is concerned.
    var isRehearsal: Bool { get }
    func text(in words: any Wording) -> String
    func content(in words: any Wording) -> any Encodable
}

/// What has tables, which can be written for other programs, too.
package protocol TabularOutput: Output {
    /// From above, with an empty line between.
    func blocks(in words: any Wording) -> [Block]
}

package enum Block {
    case text(String)
    case table(Table)
    /// One that may have no rows, which people are told instead of seeing none.
    case list(Table, ifEmpty: String)
}

extension TabularOutput {
    package func text(in words: any Wording) -> String { text(in: words, width: nil) }

    /// - Parameter width: of the terminal, where there is one.
    package func text(in words: any Wording, width: Int?) -> String {
        blocks(in: words).map { block in
            switch block {
            case .text(let text): text
            case .list(let table, let empty) where table.rows.isEmpty: empty
            case .table(let table), .list(let table, _): table.text(width: width)
            }
        }.joined(separator: "\n\n")
    }

    package func tables(in words: any Wording) -> [Table] {
        blocks(in: words).compactMap { block in
            switch block {
            case .text: nil
            case .table(let table), .list(let table, _): table
            }
        }
    }
}

extension Output where Self: Answer {
    package func content(in words: any Wording) -> any Encodable { forPrograms }
}

extension Answer {
    package var forPrograms: any Encodable { PublishedAnswer(self) }
}
