package import Annexes
package import Checkpoints
package import Coordinates
package import EntryLog
package import Handlingsplan
package import LMDB
package import PlanLog
package import TransparencyLog

/// Something that an audit found wrong, and where.
package struct Finding: Hashable, Sendable {
    /// The first position that is concerned; nil where it is not one entry's matter.
    package let position: Position?
    package let problem: Problem

    package init(_ problem: Problem, at position: Position? = nil) {
        self.position = position
        self.problem = problem
    }
}

package enum Problem: Hashable, Sendable {
    /// So many entries are missing, from the finding's position on.
    case missing(count: UInt64)
    /// A record that no append writes: its key is no position.
    case strayRecord
    /// An entry after the end that the log's head names.
    case beyondHead
    case malformed(String)
    /// The entry says that it belongs elsewhere.
    case wrongPosition(stated: Position)
    case timeGoesBack(from: Timestamp, to: Timestamp)
    /// No key of this id ever had a right.
    case unknownSigner(KeyID)
    /// The signer had no right to record this then.
    case notPermitted(KeyID, RightObjection)
    case badSignature
    /// The entries before this one are not those that its signer saw.
    case brokenSeal(stated: Hash, computed: Hash)
    /// The content is no act that this version knows.
    case notAnAct(ActError)
    /// What it corrects is not there, is void, or is corrected already.
    case badCorrection(of: Position)
    /// The act cannot follow from what went before.
    case impossible(ImpossibleEvent)
    /// The entry before it of the same command was signed by another key.
    case otherSigner(CommandID)
    /// It disregards what is not void, or other entries than there are.
    case badDisregard(VoidRun)
    /// It declares a clock wrong, at a time before that of the entries that it leaves right.
    case badClock(from: Timestamp, to: Timestamp)
    case badFormat(UInt64, inForce: UInt64)
    /// Nobody would be a steward for good.
    case noSteward
    case tileMissing(Tile)
    case tileDiffers(Tile)
    case strayTiles(count: Int, expected: Int)
    /// The record by which a command is recognised when it is sent again does not fit.
    case commandRecordDiffers(CommandID)
    case strayCommandRecords(count: Int, expected: Int)
    /// What the log says of its end is not what its entries give.
    case headDiffers
    /// What the log says of itself cannot be read.
    case headUnreadable(String)
    /// The root that the log gives for an earlier size is not what its entries give.
    case rootDiffers(stated: Hash, computed: Hash)
    /// A page that tables lie in is not what it must be.
    case page(PageDamage, ofViews: Bool)
    case viewsUnreadable(String)
    /// A row of the views is not what the entries give.
    case rowDiffers(module: String, key: UInt64)
    case boardDiffers(CommitteeCode)
    /// The views answer a question otherwise than the entries do.
    case answerDiffers(to: String)
    /// Entry 0 is that of another ledger than was asked for.
    case otherLedger(expected: Hash)
    /// The log is shorter than a checkpoint of it says that it was.
    case shorter(than: TreeSize, String)
    /// The first so many entries are not those of a checkpoint.
    case otherHistory(of: TreeSize, String)
    /// A checkpoint that was kept is not signed as it should be.
    case checkpointUnsound(TreeSize, String)
    /// A checkpoint that the ledger signed is not kept any more.
    case checkpointRemoved(TreeSize)
    /// A checkpoint that is kept is not on the list of those that were signed.
    case checkpointUnlisted(TreeSize)
    /// The list of the checkpoints that were signed is not of its form.
    case checkpointIndexMalformed
    /// The recorded time is later than when a witness saw the entry.
    case recordedAfter(Sighting)
    /// A published file is missing, or not of its form.
    case publishedFile(name: String, String)
    /// The published checkpoint is not to be believed.
    case publishedCheckpoint(String)
    /// A published entry is not the one whose hash is in its tile.
    case publishedEntryDiffers(EntryBundle)
    /// Entry 0 names another key for the ledger's checkpoints than was given.
    case otherCheckpointKey
    /// A published tile does not hold the hashes that the entries give.
    case publishedTileDiffers(Tile)
    /// The published entries do not give the root of the checkpoint.
    case publishedRootDiffers(stated: Hash, computed: Hash)
    /// An annex that a backup has is not in the ledger any more, or not as it was.
    case annexLost(Digest256, AnnexProblem)
    /// An annex is not the file that was attached.
    case annex(Annex, AnnexProblem)
}

extension Problem {
    /// A short word for programs, stable from version to version.
    package var kind: String {
        switch self {
        case .missing: "missing"
        case .strayRecord, .beyondHead: "stray"
        case .malformed: "malformed"
        case .wrongPosition: "position"
        case .timeGoesBack: "time"
        case .unknownSigner: "signer"
        case .notPermitted: "right"
        case .badSignature: "signature"
        case .brokenSeal: "seal"
        case .notAnAct: "act"
        case .badCorrection: "correction"
        case .impossible: "event"
        case .otherSigner: "command"
        case .badDisregard: "disregard"
        case .badClock: "clock"
        case .badFormat: "format"
        case .noSteward: "steward"
        case .tileMissing, .tileDiffers, .strayTiles: "tile"
        case .commandRecordDiffers, .strayCommandRecords: "command"
        case .headDiffers, .headUnreadable: "head"
        case .rootDiffers: "root"
        case .page: "page"
        case .viewsUnreadable, .rowDiffers, .boardDiffers, .answerDiffers: "views"
        case .otherLedger, .otherCheckpointKey: "ledger"
        case .publishedEntryDiffers: "bundle"
        case .shorter, .otherHistory: "against"
        case .checkpointUnsound, .publishedCheckpoint, .checkpointRemoved, .checkpointUnlisted,
            .checkpointIndexMalformed:
            "checkpoint"
        case .recordedAfter: "witness"
        case .publishedFile: "file"
        case .publishedTileDiffers: "tile"
        case .publishedRootDiffers: "root"
        case .annex, .annexLost: "annex"
        }
    }
}
