/// The short name people use for a committee: `KS`, `BUN`, `KFN`. One to twelve of A to Z, Å, Ä, Ö, É,
/// Ü, 0 to 9, `-` and `&`: code points that have one spelling, so that equal codes have equal bytes.
package struct CommitteeCode: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// - Parameter text: in upper or lower case.
    package init?(_ text: String) { self.init(exactly: text.uppercased()) }

    /// - Parameter text: as it stands in the log.
    package init?(exactly text: String) {
        guard (1...12).contains(text.unicodeScalars.count),
            text.unicodeScalars.allSatisfy({
                switch $0 {
                case "A"..."Z", "0"..."9", "Å", "Ä", "Ö", "É", "Ü", "-", "&": true
                default: false
                }
            })
        else { return nil }
        description = text
    }
}

/// What a committee is called.
package struct Naming: Hashable, Sendable {
    package let code: CommitteeCode
    package let name: String

    package init(code: CommitteeCode, name: String) {
        self.code = code
        self.name = name
    }
}
