import Coordinates
import Files
import Foundation
import Handlingsplan
import LedgerSupport
import LogSupport
import PlanLog
import Publication
import TestSupport
import TransparencyLog

@testable import EntryLog

/// A published ledger in the hands of somebody who can write to all of it, and has the ledger's own
/// key.
struct Forgery {
    let place: TemporaryDirectory
    /// What the bundles will hold.
    var entries: [[UInt8]]

    var directory: String { place.path + "/published" }

    init(of ledger: HonestLedger) throws {
        place = try TemporaryDirectory()
        entries = ledger.entries
        try FileManager.default.copyItem(
            atPath: ledger.published.path, toPath: place.path + "/published")
    }

    var checkpoint: Checkpoint {
        let frontier = Frontier(of: entries)
        return Checkpoint(
            origin: TestLedger.founding.origin, size: frontier.size, root: frontier.root)
    }
}

extension Frontier {
    /// Over entries.
    init(of entries: [[UInt8]]) {
        self.init()
        for entry in entries { append(Hash.leaf(entry.span.bytes)) }
    }
}

// MARK: Files

extension Forgery {
    /// What is made to fit the entries again, and with it all that stands before it.
    enum Remade: String, CaseIterable, Comparable {
        case nothing, bundles, tiles, checkpoint, everything

        static func < (left: Self, right: Self) -> Bool {
            allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
        }
    }

    func remake(_ what: Remade) throws {
        if what >= .checkpoint { try remove("tile") }
        if what >= .bundles { try writeBundles() }
        if what >= .tiles { try writeTiles() }
        if what >= .checkpoint { try sign(checkpoint) }
        if what == .everything { try remove(PublishedLayout.checkpoints) }
    }

    private func writeBundles() throws {
        for bundle in EntryBundle.added(from: TreeSize(0), to: checkpoint.size) {
            let range = bundle.positions
            let held = entries[Int(range.lowerBound.index)..<Int(range.upperBound.index)]
            try write(try EntryBundle.encode(Array(held)), to: bundle.path)
        }
    }

    private func writeTiles() throws {
        var hashes: [Subtree: Hash] = [:]
        var frontier = Frontier()
        for entry in entries {
            frontier.append(Hash.leaf(entry.span.bytes)) { hashes[$0] = $1 }
        }
        for tile in Tile.added(from: TreeSize(0), to: frontier.size) {
            let held = (0..<tile.width).compactMap { hashes[tile.subtree(at: $0)] }
            try write(held.flatMap(\.bytes), to: tile.path)
        }
    }

    /// Publishes a checkpoint under a name and a key, the ledger's own if not said otherwise.
    func sign(
        _ checkpoint: Checkpoint, as name: String = TestLedger.founding.origin,
        by key: SigningKey = TestLedger.checkpointKey
    ) throws {
        let text = checkpoint.text
        let note = SignedNote(text: text, signatures: [try .sign(text, as: name, with: key)])
        try write(note.bytes, to: PublishedLayout.checkpoint)
    }

    /// Publishes the witness's word that it saw an entry a minute after the one before was recorded.
    func cosignEarlier(than position: Int) throws {
        let before = entries[position - 1]
        let recordedAt = try Entry(decoding: before.span.bytes).recordedAt
        try change(PublishedLayout.checkpoint(of: HonestLedger.witnessedSize)) { bytes in
            let note = try SignedNote(bytes)
            let own = SignedNote(text: note.text, signatures: [note.signatures[0]])
            let seconds = recordedAt.milliseconds / 1000 + 60
            bytes = own.adding([try HonestLedger.cosignature(of: note.text, at: seconds)]).bytes
        }
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Folder.make(Folder.holding("\(directory)/\(name)"))
        try WholeFile.write(bytes, to: "\(directory)/\(name)", durability: .none)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(directory)/\(name)")
    }

    /// Changes the bytes of a file.
    func change(_ name: String, _ body: (inout [UInt8]) throws -> Void) throws {
        var bytes = try WholeFile.read("\(directory)/\(name)") ?? []
        try body(&bytes)
        try write(bytes, to: name)
    }
}
