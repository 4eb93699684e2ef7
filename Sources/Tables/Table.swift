/// A table before it is written: columns, and rows of typed cells. How it looks is each format's own.
package struct Table: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package let heading: String
        /// How wide a text of it may be in a terminal before it is broken between words.
        package var wrapsAt: Int?
        /// Aligned at the right.
        package var isNumber: Bool
        /// For rows that are printed before all of them are known.
        package var minimumWidth = 0
        /// Where a terminal is too narrow for all columns, those of the highest rank stand below the
        /// row instead; those of rank 0 never do.
        package var rank: Int

        package init(
            _ heading: String, wrapsAt: Int? = nil, isNumber: Bool = false, rank: Int = 1
        ) {
            self.heading = heading
            self.wrapsAt = wrapsAt
            self.isNumber = isNumber
            self.rank = rank
        }
    }

    package let columns: [Column]
    package private(set) var rows: [[Cell]] = []

    package init(_ columns: [Column]) { self.columns = columns }

    /// - Precondition: one cell a column.
    package mutating func add(_ cells: [Cell]) {
        precondition(cells.count == columns.count, "one cell a column")
        rows.append(cells)
    }
}
