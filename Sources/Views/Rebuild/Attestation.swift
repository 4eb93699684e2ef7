package import Coordinates
import Files
import LMDB
import TransparencyLog

/// What was said of the rebuild that made a generation. Its hash is kept with the rows: so it can't
/// be changed, lost or put beside other rows without that being found.
struct Attestation {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var digest: Hash { .leaf(bytes.span.bytes) }

    /// Durable on return.
    func keep(in generation: String) throws(FileFailure) {
        try WholeFile.write(bytes, to: Self.path(in: generation))
    }

    fileprivate static func path(in generation: String) -> String {
        generation + "/attestation.json"
    }
}

extension ViewStore {
    /// When the rows in use were last derived again, as their file has it; nil where it has none.
    package var attestedAt: Timestamp? {
        folder.current.flatMap {
            WholeFile.writtenAt(Attestation.path(in: folder.folder($0)))
        }.map { Timestamp(milliseconds: $0) }
    }

    /// Checks that what was said of the last rebuild is beside the rows that it made.
    /// - Throws: `ViewsError.damaged` where it is not; `FileFailure`; `LMDBError`.
    package func checkAttestation() throws {
        guard let generation = folder.current, let environment = try current(),
            let expected = try environment.read({ try $0.generationMeta(in: environment) })
                .attestation
        else { return }
        let bytes = try WholeFile.read(
            Attestation.path(in: folder.folder(generation)), byteLimit: 16 << 20)
        // Another generation may have taken its place meanwhile.
        guard generation == folder.current else { return }
        guard let bytes else {
            throw ViewsError.damaged("the attestation of the last rebuild is missing")
        }
        guard Attestation(bytes).digest == expected else {
            throw ViewsError.damaged(
                "the attestation of the last rebuild is not the one that was made")
        }
    }
}
