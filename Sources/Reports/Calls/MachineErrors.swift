package import Failures
package import Sharing

/// No key, or one that is not that which the ledger was founded with for its checkpoints.
package struct OtherCheckpointKey: Error {
    package let path: String
    package let origin: String

    package init(path: String, origin: String) {
        self.path = path
        self.origin = origin
    }
}

extension OtherCheckpointKey: Failing {
    package var failureKind: FailureKind { .notPermitted("other-checkpoint-key") }
}

/// A program that belongs to this one could not be run.
package struct ProgramNotRun: Error {
    package let path: String
    package let errno: Int32

    package init(path: String, errno: Int32) {
        self.path = path
        self.errno = errno
    }
}

extension ProgramNotRun: Failing {
    package var failureKind: FailureKind { .missing("program-not-run") }
}

/// A passphrase that was needed and not given.
package enum UnansweredPassphrase: Error {
    /// There is nobody to ask.
    case noTerminal(String)
    case none(String)
    /// A new one was not the same twice.
    case different
}

extension UnansweredPassphrase: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .noTerminal: .notPermitted("no-terminal")
        case .none: .notPermitted("no-passphrase")
        case .different: .refused("different-passphrases")
        }
    }
}

/// Some of a ledger's files belong to others, who alone can say who may use them.
package struct LeftToOthers: Error {
    package let sharing: Sharing
    package let items: [Deviation]

    package init(_ sharing: Sharing, _ items: [Deviation]) {
        self.sharing = sharing
        self.items = items
    }
}

extension LeftToOthers: Failing {
    package var failureKind: FailureKind { .notPermitted("left-to-others") }
}
