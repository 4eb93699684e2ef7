import Audit
import Checkpoints
import Coordinates
import Files
import Foundation
import Publication
import TestSupport
import TransparencyLog
import Views

@testable import EntryLog

/// Who has what a row says, and asks both verifiers.
struct Auditor {
    private let known: Set<Attack.Knowledge>
    private let ledger: HonestLedger
    private let place: TemporaryDirectory

    private var copyPath: String { place.path + "/copy" }
    private var keptPath: String { place.path + "/kept" }

    /// Where the row says so, the auditor has seen the ledger before the attack.
    init(_ known: Set<Attack.Knowledge> = []) throws {
        self.known = known
        ledger = try HonestLedger.made.get()
        place = try TemporaryDirectory()
        if known.contains(.copy) { _ = try audit(ledger.published.path) }
        let note = try WholeFile.read(ledger.published.path + "/checkpoint") ?? []
        try WholeFile.write(note, to: keptPath, durability: .none)
    }

    private var outside: OutsideKnowledge {
        OutsideKnowledge(
            ledger: known.contains(.id) ? ledger.id : nil,
            kept: known.contains(.checkpoint)
                ? [OutsideKnowledge.Kept(ledger.checkpoint, from: "kept")] : [],
            witnesses: known.contains(.witness) ? [HonestLedger.witnessKey] : [])
    }

    func audit(_ directory: String) throws -> PublishedReport {
        let source = PublishedSource(directory, fetchingInto: place.path + "/fetched")
        return try Audit.audit(
            PublishedLog(source), signedBy: HonestLedger.key, copyAt: copyPath, against: outside)
    }

    func runVerifier(_ directory: String) throws -> PythonVerifier {
        var arguments = ["--key", "\(HonestLedger.key)"]
        if known.contains(.id) { arguments += ["--ledger-id", "\(ledger.id)"] }
        if known.contains(.checkpoint) { arguments += ["--against", keptPath] }
        if known.contains(.copy) {
            arguments += ["--against", "\(copyPath)/checkpoints/\(HonestLedger.size)"]
        }
        if known.contains(.witness) {
            arguments += ["--witness-key", "\(HonestLedger.witnessKey)"]
        }
        return try PythonVerifier.run(directory, arguments)
    }

    /// Audits the ledger itself, with the forged entries in place of its own.
    func audit(inPlace forgery: Forgery) throws -> AuditReport {
        let checkpoints = "\(forgery.directory)/\(PublishedLayout.checkpoints)"
        return try Audit.audit(
            forgery.log(), ViewStore(path: place.path + "/views", writable: false), nil,
            CheckpointFolder(path: checkpoints), against: outside)
    }
}

extension Forgery {
    /// A log that holds the entries, whatever they are worth.
    func log() throws -> Log {
        let path = place.path + "/log"
        try Folder.make(path)
        let log = try Log.beginCopy(at: path, of: entries[0])
        try log.appendCopies(Array(entries.dropFirst()), after: TreeSize(1))
        return log
    }
}

extension [Finding] {
    /// As the table says it: the kind, and the position where there is one.
    var said: String {
        guard let first else { return "nothing" }
        return first.problem.kind + (first.position.map { " at \($0)" } ?? "")
    }
}
