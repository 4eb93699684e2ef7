import Handlingsplan

/// An annex: its name, and what its bytes must be.
struct AnnexContent: Encodable {
    let name: String
    let sha256: String
    let bytes: UInt64

    init(_ annex: Annex) {
        name = annex.name
        sha256 = annex.digest.description
        bytes = annex.byteCount
    }
}
