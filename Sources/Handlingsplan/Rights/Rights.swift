package import Coordinates

/// Whoever signs entries, known by an Ed25519 public key of 32 bytes. Whether they can be a key is
/// not known here.
package struct Writer: Hashable, Sendable {
    package static let byteCount = 32
    package let bytes: [UInt8]

    /// Nil for any other number of bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }
}

/// What a writer may record, for how long.
package struct Right: Hashable, Sendable {
    package enum Role: Hashable, Sendable {
        /// Anything.
        case steward
        /// What speaks for these committees, in ascending order, and for no other (registrator).
        case registrar([CommitteeNumber])
    }

    package let role: Role
    /// The last moment at which an entry can be recorded by this right; nil for no end.
    package let until: Timestamp?
    /// Who has the key, in words.
    package let holder: String?

    package init(_ role: Role, until: Timestamp? = nil, holder: String? = nil) {
        self.role = role
        self.until = until
        self.holder = holder
    }

    /// The founder's, from the founding entry on.
    package static let founders = Right(.steward)

    /// Whether nobody else need care that the ledger keeps a steward.
    package var isLastingStewardship: Bool { role == .steward && until == nil }
}
