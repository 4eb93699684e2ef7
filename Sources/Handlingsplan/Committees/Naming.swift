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

/// What kind of body a committee is. Actions that all committees answer for fall on those of them that
/// carry things out.
package enum CommitteeKind: String, Hashable, Sendable, CaseIterable {
    /// A nämnd.
    case committee
    /// The kommunstyrelse, which is a nämnd, too.
    case executive
    /// The kommunfullmäktige.
    case council
    /// An utskott, or another part of a committee.
    case subcommittee
    /// Auditors (revisorer), an election committee (valberedning), and the like.
    case other

    /// Whether it is one of "all committees" (samtliga nämnder).
    package var carriesOut: Bool {
        switch self {
        case .committee, .executive: true
        case .council, .subcommittee, .other: false
        }
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

extension Naming {
    /// The kind of body that has such a name; nil where it does not show that it is none of those that
    /// carry things out.
    var likelyKind: CommitteeKind? {
        let words: [(String, CommitteeKind)] = [
            ("fullmäktige", .council), ("utskott", .subcommittee), ("revis", .other),
            ("valberedning", .other),
        ]
        let name = name.lowercased()
        return words.first { name.contains($0.0) }?.1
    }
}
