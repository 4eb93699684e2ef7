package import Checkpoints
package import Coordinates
import EntryLog
import Files
package import Handlingsplan
package import Publication
package import TransparencyLog
import Views

/// What an audit of a published ledger found.
package struct PublishedReport: Hashable, Sendable {
    /// Nil where no checkpoint could be believed.
    package internal(set) var size: TreeSize?
    package internal(set) var root: Hash?
    package internal(set) var ledger: Hash?
    package internal(set) var isRehearsal = false
    /// What had been audited before.
    package internal(set) var before = TreeSize(0)
    /// Of the entries after that.
    package internal(set) var entryCount = 0
    package internal(set) var eventCount = 0
    /// Annexes that these entries name. They are not published.
    package internal(set) var annexCount = 0
    package internal(set) var sightings = Sightings()
    package internal(set) var findings: [Finding] = []
    /// The entries that have no effect, of the whole ledger.
    package internal(set) var voids = VoidEntries()
    /// How much was read to find this out.
    package internal(set) var fileCount = 0
    package internal(set) var byteCount = 0

    package var isVerified: Bool { findings.isEmpty }
}

/// Audits a published ledger, with a copy of it that the auditor keeps.
///
/// The copy is a ledger's directory: its log holds the entries as they were published, each checked
/// against a signed checkpoint before it was put there, and its views stand as far as everything in
/// it has been verified. So only what is new is fetched and checked, a server that goes back on what
/// it once showed is found out, and boards and replays can be asked of the copy.
///
/// - Parameters:
///   - key: the ledger's, from somebody else than the server.
///   - path: the copy's directory, which is made the first time.
/// - Throws: what reading and writing throw. What is wrong with the ledger is found and not thrown.
package func audit(
    _ published: PublishedLog, signedBy key: VerificationKey, copyAt path: String,
    against outside: OutsideKnowledge = OutsideKnowledge()
) throws -> PublishedReport {
    try Folder.make(path, for: .owner)
    return try Folder.withLock(on: path) {
        try CopyMark.published.put(on: path, of: key)
        var audit = CopyAudit(published, key, path)
        do {
            try audit.run(against: outside)
        } catch let error as UnsoundFile {
            audit.found(.publishedFile(name: error.name, error.detail))
        } catch let error as MalformedEntry {
            // Of the founding entry: the form of all others is known before they are stored.
            audit.found(.malformed(error.description), at: Position(0))
        } catch EntryLogError.damagedEntry(let position, let detail) {
            audit.found(.malformed(detail), at: position)
        }
        return audit.report
    }
}

struct CopyAudit {
    var published: PublishedLog
    let key: VerificationKey
    let path: String
    let checkpoints: CheckpointFolder
    var result = PublishedReport()

    init(_ published: PublishedLog, _ key: VerificationKey, _ path: String) {
        self.published = published
        self.key = key
        self.path = path
        checkpoints = CheckpointFolder(path: path + "/checkpoints")
    }

    var report: PublishedReport {
        var report = result
        report.fileCount = published.fileCount
        report.byteCount = published.byteCount
        report.findings = report.findings.inOrder
        return report
    }

    mutating func found(_ problem: Problem, at position: Position? = nil) {
        result.findings.append(Finding(problem, at: position))
    }

    mutating func run(against outside: OutsideKnowledge) throws {
        guard let (checkpoint, note) = try believedCheckpoint() else { return }
        result.size = checkpoint.size
        result.root = checkpoint.root
        guard let log = try copy(upTo: checkpoint, note) else { return }
        result.ledger = log.id
        result.isRehearsal = log.founding.isRehearsal
        guard log.founding.verificationKey == key else {
            return found(.otherCheckpointKey, at: Position(0))
        }
        try keep(note, checkpoint)
        let views = ViewStore(path: path + "/views", writable: true)
        let new = try auditNewEntries(of: log, views, storing: result.isVerified)
        result.before = new.before
        result.entryCount = new.entryCount
        result.eventCount = new.eventCount
        result.annexCount = new.annexes.count
        result.findings += new.findings
        result.voids = new.story.voids
        let known = OutsideKnowledge(
            ledger: outside.ledger, kept: outside.kept + (try evidence()),
            witnesses: outside.witnesses)
        let signed = try SignedCheckpoints(
            in: checkpoints, of: log.founding, by: outside.witnesses)
        let (findings, sightings) = try log.read {
            try compare($0, of: log.id, with: signed, and: known, by: new.story)
        }
        result.findings += findings
        result.sightings = sightings
    }

    private mutating func believedCheckpoint() throws -> (Checkpoint, SignedNote)? {
        let bytes = try published.checkpoint()
        do throws(NoteError) {
            let (checkpoint, note) = try Checkpoint.opened(bytes, signedBy: key)
            if checkpoint.size.count > 0 { return (checkpoint, note) }
            found(.publishedCheckpoint("it is that of an empty log"))
        } catch {
            found(.publishedCheckpoint("\(error)"))
        }
        return nil
    }
}
