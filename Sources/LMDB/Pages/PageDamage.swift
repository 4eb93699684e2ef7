package import Failures

/// What is wrong with a page, and whose it is: rot, a write that went astray, or a forger's work.
package struct PageDamage: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counted from 0.
    package let page: UInt64
    /// The table that the page was reached from; nil for the file's own pages.
    package let table: String?
    package let problem: String

    init(_ page: PageNumber, of table: String? = nil, _ problem: String) {
        self.page = page.index
        self.table = table
        self.problem = problem
    }

    package var description: String {
        "page \(page)\(table.map { " of \($0)" } ?? ""): \(problem)"
    }

    func of(_ table: String) -> PageDamage {
        PageDamage(PageNumber(page), of: table, problem)
    }
}

extension PageDamage: Failing {
    package var failureKind: FailureKind { .storage("damaged-page") }
}
