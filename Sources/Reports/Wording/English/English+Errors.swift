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

extension English {
    /// What an error says to people: what happened, and what to do next.
    func sentence(_ error: any Error) -> String {
        switch error {
        case let error as UsageError: usage(error)
        case let error as Rejection: rejection(error)
        case let error as RejectedProposal: sentence(error.rejection)
        case let error as RefusedLine: refusedLine(error, sentence(error.reason))
        case let error as CopyIsNotRecordedIn: copy(error)
        case let error as UnverifiedCopy: unverified(error)
        case let error as NotACopy: notACopy(error)
        case let error as ContradictedCheckpoint: contradicted(error)
        case let error as NotAnExtension: notAnExtension(error)
        case is RowsOfOtherLog: rowsOfOtherLog
        case let error as NestedPlace: nested(error)
        case let error as WithinCommand: withinCommand(error)
        case let error as NoBackup: noBackup(error)
        case let error as RowsAheadOfCopy: ahead(error)
        case let error as DamagedBackup: damaged(error)
        case let error as NotEmpty: notEmpty(error)
        case let error as ShorterBackup: shorter(error)
        case let error as RolledBack: rolledBack(error)
        case let error as UnreadableMemory: unreadableMemory(error)
        case let error as UnbelievedCheckpoint: unbelieved(error)
        case let error as OtherPublication: otherPublication(error)
        case let error as NothingPublished: nothingPublished(error)
        case let error as RefusedByServer: refusedByServer(error)
        case is NothingToRepairFrom: nothingToRepairFrom
        case let error as NothingToTake: nothingToTake(error)
        case let error as OtherLedger: otherLedger(error)
        case let error as ContradictedRepair: contradicted(error)
        case let error as NotPermitted: notPermitted(error)
        case is NothingSigned: nothingSigned()
        case let error as SeenBeyondCheckpoint: seenBeyond(error)
        case let error as CommandIDTaken: commandIDTaken(error)
        case let error as NoSuchCommittee: noCommittee(error.code)
        case let error as NothingRecorded: nothingRecorded(error)
        case let error as EntryLogError: log(error)
        case let error as PositionAheadOfLog: ahead(error)
        case is FollowedLogReplaced: replacedLog
        case let error as ImpossibleEvent: impossible(error)
        case let error as ViewsError: views(error)
        case let error as LMDBError: storage(error)
        case let error as KeyFileError: key(error)
        case let error as PassphraseFileError: passphraseFile(error)
        case let error as UnansweredPassphrase: passphrase(error)
        case let error as AgentError: agent(error)
        case let error as CocoaError: fileSystem(error)
        case let error as UnknownTimeZone: timeZone(error)
        case let error as UnwrittenOutput: unwritten(error)
        case let error as AnnexError: annex(error)
        case let error as FileError: file(error)
        case let error as FileFailure: fileFailure(error)
        case let error as ClosedLedger: closed(error)
        case let error as NotTheOwner: notTheOwner(error)
        case let error as NotInGroup: notInGroup(error)
        case let error as LeftToOthers: leftToOthers(error)
        case let error as NoAccessLists: noAccessLists(error)
        case let error as UnknownGroup: unknownGroup(error)
        case let error as ProgramFailure: noNames(error)
        case let error as OpenToAll: openToAll(error)
        case let error as ForkedCheckpoint: forked(error)
        case let error as VoidEntriesUnsigned: unsigned(error)
        case let error as UnpublishableEntry: unpublishable(error)
        case let error as StandingEntriesBeyond: standingBeyond(error)
        case is MalformedIndex: malformedIndex
        case let error as UnsoundCheckpoint: unsound(error)
        case let error as OtherCheckpointKey: otherCheckpointKey(error)
        case let error as UnsoundMemory: unsoundMemory(error)
        case let error as ProgramNotRun: notRun(error)
        case let error as CurlError: curl(error)
        case let error as UnreadPlan: unreadPlan(error)
        case let error as UnreadTable: unreadTable(error)
        case let error as UnreadEvents: unreadEvents(error)
        case let error as UnplacedLines: unplaced(error)
        case let error as UnrecognisedFile: unrecognised(error)
        case let error as ProofFinding: unprovable(error)
        default: other(error)
        }
    }
}
