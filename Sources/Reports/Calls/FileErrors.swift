package import Exchange
package import Failures
package import Files
package import TransparencyLog

/// A file of events that could not be read.
package struct UnreadEvents: Error {
    package let file: String
    package let reason: EventLineError

    package init(file: String, reason: EventLineError) {
        self.file = file
        self.reason = reason
    }
}

extension UnreadEvents: Failing {
    package var failureKind: FailureKind { reason.failureKind }
}

/// A document without a plan that could be read.
package struct UnreadPlan: Error {
    package let file: String
    package let reason: PlanDocumentError

    package init(file: String, reason: PlanDocumentError) {
        self.file = file
        self.reason = reason
    }
}

/// A table that could not be read.
package struct UnreadTable: Error {
    package let file: String
    package let reason: PlanTableError

    package init(file: String, reason: PlanTableError) {
        self.file = file
        self.reason = reason
    }
}

/// Lines of a document that are neither an action nor a heading.
package struct UnplacedLines: Error {
    package let file: String
    package let lines: [PlanDocument.FoundLine]

    package init(file: String, lines: [PlanDocument.FoundLine]) {
        self.file = file
        self.lines = lines
    }
}

extension UnreadPlan: Failing {
    package var failureKind: FailureKind { reason.failureKind }
}

extension UnreadTable: Failing {
    package var failureKind: FailureKind { reason.failureKind }
}

extension UnplacedLines: Failing {
    package var failureKind: FailureKind { .refused("unplaced-lines") }
}

/// A file that is neither a proof nor an extract.
package struct UnrecognisedFile: Error {
    package let path: String

    package init(path: String) {
        self.path = path
    }
}

extension UnrecognisedFile: Failing {
    package var failureKind: FailureKind { .refused("unrecognised-file") }
}

/// A file that was given as a checkpoint of the ledger, and is none.
package struct UnbelievedCheckpoint: Error {
    package let file: String
    package let reason: NoteError

    package init(file: String, reason: NoteError) {
        self.file = file
        self.reason = reason
    }
}

extension UnbelievedCheckpoint: Failing {
    package var failureKind: FailureKind { .refused("unbelieved-checkpoint") }
}

/// A file that was to be read, and why it was not.
package enum FileError: Error {
    case missing(String)
    case unreadable(FileFailure)
    case notUTF8(String)
}

extension FileError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .missing: .missing("no-such-file")
        case .unreadable(let failure): .reading(failure.errno)
        case .notUTF8: .refused("not-utf-8")
        }
    }
}
