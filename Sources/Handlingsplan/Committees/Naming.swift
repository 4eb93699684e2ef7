/// The short name people use for a committee: `KS`, `BUN`, `KFN`. Letters, digits, `-` and `&`,
/// at most 12 characters, kept in upper case.
package struct CommitteeCode: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init?(_ text: String) {
        let code = text.uppercased()
        guard (1...12).contains(code.count),
            code.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "&" })
        else { return nil }
        description = code
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
