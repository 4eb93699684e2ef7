import Audit
import Checkpoints
import Coordinates
import EntryLog
import Files
import LMDB
import TransparencyLog

/// A place that may hold entries of the ledger. Nothing that it gives is believed.
protocol EntrySource: AnyObject {
    /// As it was named.
    var place: String { get }
    /// One more than the last position that it seems to hold.
    var size: TreeSize { get }
    /// What of it could not be used, and why.
    var problems: [any Error] { get }
    /// What it holds for a position: none, one, or several where a page was written more than once.
    func entries(at position: Position) -> [[UInt8]]
    /// The first position from one on for which it may hold something.
    func next(from position: Position) -> Position?
    /// The checkpoints that lie there, as far as the ledger signed them, or listed them as signed.
    /// That something else lies there, an audit tells.
    func checkpoints(signedBy log: VerificationKey) -> [OutsideKnowledge.Kept]
}

/// The data file of a log, damaged or not: the ledger's own, a backup's, that of an auditor's copy.
final class LogFile: EntrySource {
    let place: String
    private let opened: Result<Remains, LMDBError>
    private let checkpoints: String
    /// The largest size that a head says which can be read.
    var headSize: TreeSize { remains?.headSize ?? TreeSize(0) }
    private var remains: Remains? { try? opened.get() }

    /// - Parameters:
    ///   - log: the folder with `data.mdb`.
    ///   - checkpoints: that with the checkpoints, which need not be there.
    init(_ log: String, checkpoints: String, called place: String) {
        self.place = place
        self.checkpoints = checkpoints
        opened = Result { () throws(LMDBError) in try Remains(of: log) }
    }

    var problems: [any Error] {
        switch opened {
        case .failure(let error): [error]
        case .success(let remains): remains.failure.map { [$0] } ?? []
        }
    }

    var size: TreeSize { remains?.end ?? TreeSize(0) }

    func entries(at position: Position) -> [[UInt8]] { remains?.entries(at: position) ?? [] }

    func next(from position: Position) -> Position? { remains?.next(from: position) }

    func checkpoints(signedBy log: VerificationKey) -> [OutsideKnowledge.Kept] {
        let folder = CheckpointFolder(path: checkpoints)
        let kept = ((try? folder.sizes()) ?? []).compactMap { size in
            (try? folder.checkpoint(of: size, signedBy: log))?.0
        }
        let listed = (try? folder.differencesFromIndex(of: log))?.removed ?? []
        return kept.map { .init($0, from: "\(checkpoints)/\($0.size)") }
            + listed.map { .init($0, from: "\(checkpoints)/index") }
    }
}
