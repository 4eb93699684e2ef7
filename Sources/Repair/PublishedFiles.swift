import Audit
import Coordinates
import EntryLog
import Publication
import TransparencyLog

/// The files of a published ledger. Bundles are read as they are asked for, some ahead.
final class PublishedFiles: EntrySource {
    let place: String
    private(set) var problems: [any Error] = []
    private(set) var size = TreeSize(0)
    private var published: PublishedLog
    private var notes: [[UInt8]] = []
    /// What was read last: the entries from a position on, those of a bad bundle empty.
    private var window: (start: UInt64, entries: [[UInt8]]) = (0, [])
    private var bundlesAhead = 1
    private var isAway = false

    init(_ source: PublishedSource, called place: String) {
        self.place = place
        published = PublishedLog(source)
        do {
            notes = [try published.checkpoint()]
            let sizes = try published.checkpointSizes()
            notes += try published.checkpoints(of: sizes).compactMap(\.self)
        } catch {
            note(error)
        }
        // Whose they are shows when the ledger is known: enough to read its first entry by.
        size =
            notes.compactMap { bytes in
                (try? SignedNote(bytes)).flatMap { try? Checkpoint(text: $0.text).size }
            }.max() ?? TreeSize(0)
    }

    func next(from position: Position) -> Position? { position < size.end ? position : nil }

    /// From now on there is as much as these say.
    func checkpoints(signedBy log: VerificationKey) -> [OutsideKnowledge.Kept] {
        let signed = notes.compactMap { try? Checkpoint($0, signedBy: log) }
        if !notes.isEmpty, signed.isEmpty {
            note(UnsoundFile(name: "checkpoint", detail: "it is not signed by the ledger"))
        }
        size = signed.map(\.size).max() ?? TreeSize(0)
        return signed.map { .init($0, from: "\(place), size \($0.size)") }
    }

    func entries(at position: Position) -> [[UInt8]] {
        guard position < size.end else { return [] }
        if position.index < window.start
            || position.index >= window.start + UInt64(window.entries.count)
        {
            read(from: position)
        }
        guard position.index >= window.start,
            position.index - window.start < UInt64(window.entries.count)
        else { return [] }
        let bytes = window.entries[Int(position.index - window.start)]
        return bytes.isEmpty ? [] : [bytes]
    }

    /// More with each time that it goes on where it ended.
    private func read(from position: Position) {
        let full = UInt64(Tile.fullWidth)
        let first = position.index / full
        let goesOn = position.index == window.start + UInt64(window.entries.count)
        bundlesAhead = goesOn ? min(bundlesAhead * 2, PublishedLog.batchSize) : 1
        let end = min(size.count, (first + UInt64(bundlesAhead)) * full)
        window = (first * full, [])
        guard !isAway else { return }
        let bundles = EntryBundle.added(from: TreeSize(first * full), to: TreeSize(end))
        if let read = try? published.entries(of: bundles) {
            window.entries = read.flatMap(\.self)
            return
        }
        // One of them is bad, or the server is away.
        for bundle in bundles {
            do {
                window.entries += isAway ? [] : try published.entries(of: [bundle])[0]
            } catch {
                note(error)
                if !(error is UnsoundFile) { isAway = true }
            }
            let missing = Int(min(end, (bundle.index + 1) * full) - window.start)
            window.entries += Array(
                repeating: [], count: max(0, missing - window.entries.count))
        }
    }

    /// The first of them tell enough.
    private func note(_ error: any Error) {
        if problems.count < 20 { problems.append(error) }
    }
}
