import Checkpoints
import Coordinates
import Files
import Glibc
import Publication
import Registry
import TransparencyLog
import Web
import Witnessing

// Checkpoints, and the witnesses that are asked to cosign them.

extension English {
    var seenBefore: String { "what you saw before" }

    /// What came of asking a witness, as a line of its own.
    func cosigning(_ asked: AskedWitness, _ answer: CheckpointOutput) -> String {
        let name = visible(asked.witness.key.name)
        let url = visible(asked.witness.url)
        switch asked.outcome {
        case .cosigned(let cosignature): return "\(name) cosigned, \(cosignature.time)."
        case .cosignedBefore(let cosignature):
            return "\(name) had cosigned, \(cosignature.time)."
        case .unreachable(let error):
            return "warning: \(name) did not cosign: \(curl(error))"
        case .ahead(let size):
            return
                "warning: \(name) did not cosign: it has cosigned \(size) entries of this ledger, "
                + "which has \(answer.checkpoint.size). The ledger was taken back, or another is "
                + "signed with its key. Run liggare audit, and look for the newer one."
        case .refused(422, _):
            return "warning: \(name) did not cosign: the ledger does not continue what it cosigned "
                + "last. The ledger was changed, or another is signed with its key. Run liggare "
                + "audit, and compare with the checkpoint that the witness serves."
        case .refused(let status, let reason):
            return "warning: \(name) did not cosign: \(url) answered \(status), "
                + "\"\(visible(inOneLine(String(reason.prefix(200)))))\". Ask its operator if it "
                + "witnesses this ledger: checkpoint --verification-key prints the key to give."
        case .unsigned:
            return "warning: \(name) did not cosign: \(url) signs with another key. "
                + "Check --witness-key."
        case .unsound(let error):
            return "warning: \(name) did not cosign: \(visible(error.description)). "
                + "Check --witness and --witness-key."
        }
    }

    func unsigned(_ error: VoidEntriesUnsigned) -> String {
        (error.count == 1
            ? "entry \(error.first) has no effect"
            : "\(error.count) entries from \(error.first) on have no effect")
            + ", and the ledger signs nothing over it before that was looked into. See audit."
    }

    func unpublishable(_ error: UnpublishableEntry) -> String {
        "entry \(error.position) is longer than a published entry can be, and the ledger signs nothing over "
            + "it: it could never be published again. Cut it off with recover --to-checkpoint."
    }

    func forked(_ error: ForkedCheckpoint) -> String {
        "the ledger is not what its last checkpoint was signed over: that has \(error.signed.size) "
            + "entries, and the ledger, with \(error.size), does not begin with them. Two "
            + "checkpoints that contradict each other are never signed. Run liggare audit, and "
            + "restore the ledger that was signed."
    }

    func unsound(_ error: UnsoundCheckpoint) -> String {
        "checkpoints/\(error.size) is damaged: \(visible(error.reason.description)). Restore it from "
            + "a copy, or move it away."
    }

    var malformedIndex: String {
        "checkpoints/index, the list of what was signed, is damaged. Restore it from a copy, or "
            + "move it away after an audit."
    }

    func rolledBack(_ error: RolledBack) -> String {
        let was = "when you last saw this ledger it had \(error.seen.size) entries, "
        let now =
            error.size < error.seen.size
            ? "and now it has \(error.size): an old copy was put in its place"
            : "and it does not begin with them any more: its history is another"
        return was + now
            + ". Find out what happened before you go on. If it is known, such as a restored backup, "
            + "run liggare seen accept --reason TEXT."
    }

    func unreadableMemory(_ error: UnreadableMemory) -> String {
        "what was last seen of this ledger cannot be read: \(error.path). "
            + "Restore the file, or, if you are sure of the ledger, run liggare seen accept --reason TEXT."
    }

    func unbelieved(_ error: UnbelievedCheckpoint) -> String {
        "\(error.file) is no checkpoint of this ledger: \(error.reason). Check which file it is."
    }

    func otherCheckpointKey(_ error: OtherCheckpointKey) -> String {
        "\(error.path) does not hold the key for the checkpoints of \(error.origin). Name the one that it "
            + "was founded with, with --checkpoint-key."
    }

    func unsoundMemory(_ error: UnsoundMemory) -> String {
        "\(error.path) is not what this witness cosigned. Give it the name and the key that it had; "
            + "if the file is damaged, begin anew with another --state."
    }

    func notRun(_ error: ProgramNotRun) -> String {
        "\(error.path) cannot be run: \(String(cString: strerror(error.errno))). "
            + "Build it with tools/build --witness."
    }

    func openToAll(_ error: OpenToAll) -> String {
        "everybody may write \(visible(error.path)), so nothing in it can be relied on. Run "
            + "chmod o-w on it, and liggare audit."
    }

    func fileFailure(_ error: FileFailure) -> String {
        let path = visible(error.path)
        return switch error.errno {
        case ENOSPC, EDQUOT: "the disk is full (\(path)). Make room, and try again."
        case EACCES, EPERM, EROFS: "you may not use \(path). Ask its owner for permission."
        case ENOENT: "\(path) is not there, or its folder is not. Check the path."
        case ENOTDIR: "\(path) lies in what is no folder. Check the path."
        case EISDIR, FileFailure.notAFile:
            "\(path) is not a file but a folder, a pipe or a device. Find out who put it there, "
                + "and remove it."
        case ETIMEDOUT:
            "\(holder(error.holder)) has \(path) locked, and did not let go in time. Try again, or "
                + "with a longer --wait."
        case EFBIG: "\(path) is longer than it can be. Check what it is."
        default: "\(path) cannot be used: \(cause(error.errno)). Mend that, and try again."
        }
    }

    func curl(_ error: CurlError) -> String {
        switch error {
        case .notInstalled: "the program curl is not there. Install it: apt install curl."
        case .notRun(let code):
            "the program curl cannot be run: \(String(cString: strerror(code))). Try again."
        case .unreachable(let url, let reason):
            "\(visible(url)) cannot be reached: \(visible(reason)). Check the address, and try again."
        case .timedOut(let url): "\(visible(url)) did not answer in time. Try again later."
        case .tooLarge(let url, let limit):
            "\(visible(url)) gives more than \(limit) bytes. Check the address."
        case .failed(let url, let reason):
            "\(visible(url)) cannot be used: \(visible(reason)). Check the address."
        }
    }
}
