import Checkpoints
import Files
import Glibc
import Publication
import Registry
import TransparencyLog
import Web

// What is wrong with checkpoints, copies and publications.

extension Texts {
    static func rolledBack(_ error: RolledBack) -> String {
        let was = "when you last saw this ledger it had \(error.seen.size) entries, "
        let now =
            error.size < error.seen.size
            ? "and now it has \(error.size): an old copy was put in its place"
            : "and it does not begin with them any more: its history is another"
        return was + now
            + ". Find out what happened before you go on. If it is known and accepted, "
            + "remove \(error.memory)."
    }

    static func copy(_ error: CopyIsNotRecordedIn) -> String {
        "\(error.path) is an auditor's copy of a published ledger, which nothing is recorded in. "
            + "Record in the ledger itself."
    }

    static func unreadableMemory(_ error: UnreadableMemory) -> String {
        "what was last seen of this ledger cannot be read: \(error.path). "
            + "Restore the file, or remove it if you are sure of the ledger."
    }

    static func notTheLedgersKey(_ error: NotTheLedgersKey) -> String {
        "the key in \(error.path) is not this ledger's own. "
            + "Use the key of where it was founded, with --checkpoint-key."
    }

    static func unbelieved(_ error: UnbelievedCheckpoint) -> String {
        "\(error.file) is no checkpoint of this ledger: \(error.reason). Check which file it is."
    }

    static func forked(_ error: ForkedCheckpoint) -> String {
        "the ledger signed a checkpoint of \(error.signed.size) entries before, and these "
            + "\(error.size) do not begin with them. It never signs two that contradict each other. "
            + "Find out which history is true; audit both."
    }

    static func unsound(_ error: UnsoundCheckpoint) -> String {
        "the kept checkpoint of size \(error.size) is not to be believed: \(error.reason). "
            + "Restore the file in checkpoints/ from a copy."
    }

    static func otherPublication(_ error: OtherPublication) -> String {
        guard let published = error.published else {
            return "what is published in \(error.path) is not signed by this ledger. "
                + "Choose another directory."
        }
        return
            "\(error.path) has \(published.size) published entries that this ledger does not begin "
            + "with. Find out which history is true before you publish."
    }

    static func refusedByServer(_ error: RefusedByServer) -> String {
        "the server answered \(error.status) for \(error.url). Try again later, or check the address."
    }

    static func curl(_ error: CurlError) -> String { "\(error)" }

    static func file(_ error: FileFailure) -> String {
        "\(error.path): \(String(cString: strerror(error.errno))). "
            + "Check the path, and that you may read and write there."
    }
}
