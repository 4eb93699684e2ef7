import Annexes
import Backups
import Checkpoints
import Coordinates
import EntryLog
import Exchange
import Extracts
import Files
import FoundationEssentials
import Glibc
import Handlingsplan
import Keys
import LMDB
import PlanLog
import Programs
import Publication
import Registry
import Repair
import Sharing
import Views
import Web
import Witnessing

/// The exit codes, as sysexits.h has them; 0 is done.
enum FailureCode: Int32 {
    /// An audit or a replay found something wrong.
    case foundWrong = 1
    case usage = 64
    /// Refused by a rule, or unreadable input.
    case refused = 65
    /// No such ledger or thing.
    case missing = 66
    case storage = 74
    /// Try again.
    case conflict = 75
    case notPermitted = 77
}

extension FailureCode {
    /// For a file that was named and could not be read: that it is another file than one that may be
    /// read, the user can mend; the rest is a failure of the machine.
    init(reading code: Int32) {
        let isOther = [
            EACCES, EPERM, EISDIR, FileFailure.notAFile, EFBIG, ELOOP, ENAMETOOLONG, ENOTDIR,
        ].contains(code)
        self = isOther ? .refused : .storage
    }
}

/// An error as a person meets it: what happened, what to do next, and the exit code.
struct Failure {
    let exitCode: FailureCode
    let sentence: String

    /// For programs.
    var kind: String { "\(exitCode)" }

    private init(_ exitCode: FailureCode, _ sentence: String) {
        self.exitCode = exitCode
        self.sentence = sentence
    }

    private init(_ reason: Failure, on line: RefusedLine) {
        self.init(reason.exitCode, Texts.refusedLine(line, reason.sentence))
    }

    init(_ error: any Error) {
        self =
            switch error {
            case let error as UsageError: Failure(.usage, Texts.usage(error))
            case let error as Rejection:
                Failure(error.isAboutSomethingMissing ? .missing : .refused, Texts.rejection(error))
            case let error as RejectedItem: Failure(error.rejection)
            case let error as RefusedLine: Failure(Failure(error.reason), on: error)
            case let error as CopyIsNotRecordedIn: Failure(.notPermitted, Texts.copy(error))
            case let error as UnverifiedCopy: Failure(.refused, Texts.unverified(error))
            case let error as NotACopy: Failure(.refused, Texts.notACopy(error))
            case let error as ContradictedCheckpoint: Failure(.refused, Texts.contradicted(error))
            case let error as NotAnExtension: Failure(.refused, Texts.notAnExtension(error))
            case is RowsOfOtherLog: Failure(.refused, Texts.rowsOfOtherLog)
            case let error as NestedPlace: Failure(.refused, Texts.nested(error))
            case let error as WithinCommand: Failure(.refused, Texts.withinCommand(error))
            case let error as NoBackup: Failure(.missing, Texts.noBackup(error))
            case let error as RowsAheadOfCopy: Failure(.conflict, Texts.ahead(error))
            case let error as DamagedBackup: Failure(.storage, Texts.damaged(error))
            case let error as NotEmpty: Failure(.refused, Texts.notEmpty(error))
            case let error as ShorterBackup: Failure(.refused, Texts.shorter(error))
            case let error as RolledBack: Failure(.refused, Texts.rolledBack(error))
            case let error as UnreadableMemory: Failure(.storage, Texts.unreadableMemory(error))
            case let error as UnbelievedCheckpoint: Failure(.refused, Texts.unbelieved(error))
            case let error as OtherPublication: Failure(.refused, Texts.otherPublication(error))
            case let error as NothingPublished: Failure(.missing, Texts.nothingPublished(error))
            case let error as RefusedByServer: Failure(.storage, Texts.refusedByServer(error))
            case is NothingToRepairFrom: Failure(.storage, Texts.nothingToRepairFrom)
            case let error as NothingToTake: Failure(.missing, Texts.nothingToTake(error))
            case let error as OtherLedger: Failure(.refused, Texts.otherLedger(error))
            case let error as ContradictedRepair: Failure(.refused, Texts.contradicted(error))
            case let error as NotPermitted: Failure(.notPermitted, Texts.notPermitted(error))
            case let error as CommandIDTaken: Failure(.refused, Texts.commandIDTaken(error))
            case let error as NoSuchCommittee: Failure(.missing, Texts.noCommittee(error.code))
            case let error as NothingRecorded: Failure(.missing, Texts.nothingRecorded(error))
            case let error as EntryLogError: Failure(error.failureCode, Texts.log(error))
            case let error as PositionAheadOfLog: Failure(.refused, Texts.ahead(error))
            case is FollowedLogReplaced: Failure(.refused, Texts.replacedLog)
            case let error as UnknownEventRecorded: Failure(.refused, Texts.unknownEvent(error))
            case let error as ImpossibleEvent: Failure(.storage, Texts.impossible(error))
            case let error as ViewsError: Failure(.storage, Texts.views(error))
            case let error as LMDBError: Failure(error.failureCode, Texts.storage(error))
            case let error as KeyFileError: Failure(error.failureCode, Texts.key(error))
            case let error as PassphraseFileError:
                Failure(error.failureCode, Texts.passphraseFile(error))
            case let error as UnansweredPassphrase:
                Failure(error.failureCode, Texts.passphrase(error))
            case let error as AgentError: Failure(error.failureCode, Texts.agent(error))
            case let error as CocoaError: Failure(error.failureCode, Texts.fileSystem(error))
            case let error as UnknownTimeZone:
                Failure(error.failure == nil ? .refused : .storage, Texts.timeZone(error))
            case let error as UnwrittenOutput: Failure(.storage, Texts.unwritten(error))
            case let error as AnnexError: Failure(error.failureCode, Texts.annex(error))
            case let error as FileError: Failure(error.failureCode, Texts.file(error))
            case let error as FileFailure: Failure(error.failureCode, Texts.fileFailure(error))
            case let error as ClosedLedger: Failure(.notPermitted, Texts.closed(error))
            case let error as NotTheOwner: Failure(.notPermitted, Texts.notTheOwner(error))
            case let error as NotInGroup: Failure(.notPermitted, Texts.notInGroup(error))
            case let error as LeftToOthers: Failure(.notPermitted, Texts.leftToOthers(error))
            case let error as NoAccessLists: Failure(.storage, Texts.noAccessLists(error))
            case let error as UnknownGroup: Failure(.missing, Texts.unknownGroup(error))
            case let error as ProgramFailure: Failure(.storage, Texts.noNames(error))
            case let error as OpenToAll: Failure(.notPermitted, Texts.openToAll(error))
            case let error as ForkedCheckpoint: Failure(.refused, Texts.forked(error))
            case is MalformedIndex: Failure(.storage, Texts.malformedIndex)
            case let error as UnsoundCheckpoint: Failure(.storage, Texts.unsound(error))
            case let error as OtherCheckpointKey:
                Failure(.notPermitted, Texts.otherCheckpointKey(error))
            case let error as UnsoundMemory: Failure(.storage, Texts.unsoundMemory(error))
            case let error as ProgramNotRun: Failure(.missing, Texts.notRun(error))
            case let error as CurlError: Failure(.storage, Texts.curl(error))
            case let error as UnreadPlan: Failure(.refused, Texts.unreadPlan(error))
            case let error as UnreadTable: Failure(.refused, Texts.unreadTable(error))
            case let error as UnreadEvents: Failure(.refused, Texts.unreadEvents(error))
            case let error as UnplacedLines: Failure(.refused, Texts.unplaced(error))
            case let error as UnrecognisedFile: Failure(.refused, Texts.unrecognised(error))
            case let error as ProofFinding: Failure(.storage, Texts.unprovable(error))
            default: Failure(.storage, Texts.other(error))
            }
    }
}

extension Rejection {
    fileprivate var isAboutSomethingMissing: Bool {
        switch self {
        case .unknownCommittee, .unknownDocument, .unknownArea, .unknownGoal, .unknownAction,
            .unknownGuideline, .unknownIndicator, .unknownEntry:
            true
        case .inLine: false
        default: false
        }
    }
}

extension EntryLogError {
    fileprivate var failureCode: FailureCode {
        switch self {
        case .notALedger: .missing
        case .damaged, .damagedEntry: .storage
        case .conflict, .overtaken: .conflict
        case .alreadyFounded, .newerFormat, .clockBehind, .rehearsedTimeGoesBack, .notARehearsal,
            .entryTooLarge:
            .refused
        }
    }
}

extension LMDBError {
    fileprivate var failureCode: FailureCode {
        if isPermissionDenied { return .notPermitted }
        return isTimedOut || isReadersFull ? .conflict : .storage
    }
}

extension CocoaError {
    fileprivate var failureCode: FailureCode { isPermissionDenied ? .notPermitted : .storage }
}

extension KeyFileError {
    fileprivate var failureCode: FailureCode {
        switch self {
        case .missing, .looseMode, .wrongPassphrase: .notPermitted
        case .exists, .unread: .refused
        case .failed(_, errno: EACCES), .failed(_, errno: EPERM): .notPermitted
        case .failed: .storage
        }
    }
}

extension PassphraseFileError {
    fileprivate var failureCode: FailureCode {
        switch self {
        case .missing, .looseMode: .notPermitted
        case .noPassphrase: .refused
        case .failed(_, errno: EACCES), .failed(_, errno: EPERM): .notPermitted
        case .failed: .storage
        }
    }
}

extension UnansweredPassphrase {
    fileprivate var failureCode: FailureCode {
        switch self {
        case .noTerminal, .none: .notPermitted
        case .different: .refused
        }
    }
}

extension AgentError {
    fileprivate var failureCode: FailureCode {
        switch self {
        case .noAgent, .lacksKey, .refused: .notPermitted
        case .tooLarge: .refused
        case .wrongSignature, .timedOut, .malformed, .failed: .storage
        }
    }
}

extension AnnexError {
    fileprivate var failureCode: FailureCode {
        switch self {
        case .missing: .missing
        case .unreadable(_, .system(let code)): FailureCode(reading: code)
        case .unreadable(_, .notAFile), .tooLarge: .refused
        case .failed(_, errno: EACCES), .failed(_, errno: EPERM): .notPermitted
        case .failed(_, errno: ETIMEDOUT): .conflict
        case .failed, .damaged: .storage
        }
    }
}

extension FileFailure {
    fileprivate var failureCode: FailureCode {
        switch errno {
        case EACCES, EPERM, EROFS: .notPermitted
        case ENOENT: .missing
        case ETIMEDOUT: .conflict
        default: .storage
        }
    }
}

extension FileError {
    fileprivate var failureCode: FailureCode {
        switch self {
        case .missing: .missing
        case .unreadable(let failure): FailureCode(reading: failure.errno)
        case .notUTF8: .refused
        }
    }
}
