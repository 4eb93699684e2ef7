import Audit
import Checkpoints
import Coordinates
import EntryLog
import LMDB

/// What is wrong with a log as it lies there. What signed entries say, rightly or not, was recorded
/// so, and is no damage.
///
/// - Parameter kept: what is known of the log from elsewhere.
/// - Throws: what hinders the machine from looking.
func damages(
    ofLogAt path: String, _ checkpoints: CheckpointFolder,
    knowing outside: (Log) throws -> OutsideKnowledge
) throws -> [Finding] {
    do {
        let pages = try Log.checkPages(at: path)
        guard pages.isSound else { return audit(ofDamaged: pages, nil).findings }
        let log = try Log.open(at: path, .readOnly)
        return try audit(log, nil, nil, checkpoints, against: outside(log)).findings
            .filter(\.problem.isOfLog)
    } catch EntryLogError.damagedEntry(let position, let detail) {
        return audit(ofUnopenable: detail, at: position).findings
    } catch EntryLogError.damaged(let detail) {
        return audit(ofUnopenable: detail, at: nil).findings
    } catch EntryLogError.notALedger {
        return audit(ofUnopenable: "data.mdb is missing or empty", at: nil).findings
    } catch let error as LMDBError where error.isInvalid || error.isUnreadable {
        return audit(ofUnopenable: error.description, at: nil).findings
    }
}

extension Problem {
    /// Whether the log does not hold together, and not what somebody recorded, nor what lies beside
    /// it.
    var isOfLog: Bool {
        switch self {
        case .missing, .strayRecord, .beyondHead, .malformed, .wrongPosition, .brokenSeal,
            .tileMissing, .tileDiffers, .strayTiles, .commandRecordDiffers, .strayCommandRecords,
            .headDiffers, .headUnreadable, .rootDiffers, .page, .otherLedger, .shorter,
            .otherHistory:
            true
        default: false
        }
    }
}
