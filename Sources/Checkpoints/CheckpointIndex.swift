import Coordinates
package import Failures
import Files
import TransparencyLog

/// What a ledger signed, beside the checkpoints themselves: so one that is taken away is missed, and
/// the next is signed only if it continues that one, too.
///
/// The file `index` in the folder of the checkpoints has a line for each, ascending: its size, a
/// space, and its root in base64. A checkpoint is kept first, and then its line; the next one that is
/// kept adds a line that a kill in between left out. So the newest may have none.
///
/// Whoever takes away the newest checkpoints together with their lines is found out only by what is
/// kept elsewhere: an auditor's copy, a witness, or what was seen of the ledger before.
struct CheckpointIndex {
    private(set) var checkpoints: [Checkpoint]

    static func path(in folder: String) -> String { folder + "/index" }

    /// - Throws: `MalformedIndex` where a line is none, or not after the one before it; `FileFailure`.
    init(in folder: String, origin: String) throws {
        let bytes = try WholeFile.read(Self.path(in: folder)) ?? []
        var lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        guard lines.popLast() == "" else { throw MalformedIndex() }
        checkpoints = []
        for line in lines {
            let fields = line.split(separator: " ", omittingEmptySubsequences: false)
            guard fields.count == 2,
                let checkpoint = try? Checkpoint(
                    text: "\(origin)\n\(fields[0])\n\(fields[1])\n"),
                checkpoint.size > checkpoints.last?.size ?? TreeSize(0)
            else { throw MalformedIndex() }
            checkpoints.append(checkpoint)
        }
    }

    /// Of some sizes those that have no line.
    func unlisted(_ sizes: some Sequence<TreeSize>) -> [TreeSize] {
        let listed = Set(checkpoints.map(\.size))
        return sizes.filter { !listed.contains($0) }
    }

    /// Adds lines for checkpoints that have none. Durable on return.
    mutating func add(_ new: [Checkpoint], in folder: String) throws(FileFailure) {
        if new.isEmpty { return }
        checkpoints = (checkpoints + new).sorted { $0.size < $1.size }
        let lines = checkpoints.map { "\($0.size.count) \($0.root.base64)\n" }
        try WholeFile.write(Array(lines.joined().utf8), to: Self.path(in: folder))
    }
}

/// The list of what was signed is not of its form.
package struct MalformedIndex: Error, Hashable, Sendable {}

extension MalformedIndex: Failing {
    package var failureKind: FailureKind { .storage("malformed-index") }
}
