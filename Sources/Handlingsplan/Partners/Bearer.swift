/// What an annex or a partner belongs to.
package enum Bearer: Hashable, Sendable {
    case committee(CommitteeNumber)
    case document(DocumentNumber)
    case action(ActionNumber)
}

/// Somebody outside the committees who takes part (samverkanspart).
package struct Partner: Hashable, Sendable {
    package let name: String
    package let role: String?

    package init(name: String, role: String? = nil) {
        self.name = name
        self.role = role
    }
}

/// A file that belongs to what was decided (bilaga). It is stored beside the log.
package struct Annex: Hashable, Sendable {
    /// The file's name, without folders.
    package let name: String
    package let digest: Digest256
    package let byteCount: UInt64

    package init(name: String, digest: Digest256, byteCount: UInt64) {
        self.name = name
        self.digest = digest
        self.byteCount = byteCount
    }
}

/// The same, by the names that people use.
package enum NamedBearer: Hashable, Sendable {
    case committee(CommitteeCode)
    case document(DocumentSlug)
    case action(ActionNumber)
}
