/// A page of a data file, counted from 0: it lies at its number times the page size.
struct PageNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    let index: UInt64

    init(_ index: UInt64) { self.index = index }

    /// LMDB's `P_INVALID`: the root of an empty tree.
    static let none = PageNumber(.max)
    /// The pages before it are the two meta pages.
    static let firstOfTrees = PageNumber(2)

    /// The page that many pages on. Wraps round, as a damaged file may ask for any.
    func advanced(by pages: Int) -> PageNumber { PageNumber(index &+ UInt64(pages)) }

    var description: String { "\(index)" }

    static func < (one: PageNumber, other: PageNumber) -> Bool { one.index < other.index }
}

/// A set of the pages of one file, which whoever has it may extend.
final class PageSet {
    private var words: [UInt64]

    /// An empty set, for pages up to `last`.
    init(upTo last: PageNumber) {
        words = Array(repeating: 0, count: Int(last.index / 64) + 1)
    }

    /// False where the page is in the set already.
    /// - Precondition: the page is not beyond the last.
    func insert(_ page: PageNumber) -> Bool {
        let (word, bit) = (Int(page.index / 64), UInt64(1) << (page.index % 64))
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        return true
    }

    func contains(_ page: PageNumber) -> Bool {
        let word = page.index / 64
        guard word < words.count else { return false }
        return words[Int(word)] & (1 << (page.index % 64)) != 0
    }
}
