/// A file's text without the line that tells Excel, and no other program, the separator.
struct TableSource {
    /// What the line `sep=;` says.
    let declared: PlanTable.Separator?
    private let scalars: ArraySlice<Unicode.Scalar>
    private let firstLine: Int

    /// - Throws: `.unknownSeparator`.
    init(_ text: String) throws(PlanTableError) {
        let scalars = Array(text.unicodeScalars)
        let line = scalars.prefix { $0 != "\r" && $0 != "\n" }.map(Character.init)
        guard String(line.prefix(4)).lowercased() == "sep=" else {
            declared = nil
            self.scalars = scalars[...]
            firstLine = 1
            return
        }
        guard let separator = PlanTable.Separator(rawValue: String(line.dropFirst(4))) else {
            throw .unknownSeparator(line: String(line))
        }
        declared = separator
        let lineBreak = scalars[line.count...].starts(with: ["\r", "\n"]) ? 2 : 1
        self.scalars = scalars[line.count...].dropFirst(lineBreak)
        firstLine = 2
    }

    func reader(_ separator: PlanTable.Separator) -> RowReader {
        RowReader(scalars, separator: separator.scalar, firstLine: firstLine)
    }
}
