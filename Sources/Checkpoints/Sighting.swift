package import Coordinates
import Files
package import TransparencyLog

/// That a witness saw the log at a size, at a time by the witness's own clock.
///
/// All entries of that size then existed. That those after it did not, the ledger alone vouches
/// for: it may have shown the witness less than there was.
package struct Sighting: Hashable, Sendable {
    package let size: TreeSize
    package let root: Hash
    /// The name of the witness's key.
    package let witness: String
    /// The end of the second that the cosignature bears.
    package let time: Timestamp

    init(_ cosignature: Cosignature, of checkpoint: Checkpoint) {
        size = checkpoint.size
        root = checkpoint.root
        witness = cosignature.witness.name
        let seconds = min(cosignature.posixSeconds, .max / 1000 - 1)
        time = Timestamp(milliseconds: seconds * 1000 + 999)
    }
}

extension Checkpoint {
    /// When `witnesses` saw what the note of this checkpoint says.
    /// - Throws: `NoteError.badSignature` if the cosignature of one of them does not hold.
    package func sightings(
        in note: SignedNote, by witnesses: [VerificationKey]
    ) throws(NoteError) -> [Sighting] {
        try note.cosignatures(by: witnesses).map { Sighting($0, of: self) }
    }
}

/// What sightings say of recorded times.
package struct Sightings: Hashable, Sendable {
    /// By size, then by time.
    package let all: [Sighting]

    package init(_ sightings: [Sighting] = []) {
        all = sightings.sorted { ($0.size, $0.time) < ($1.size, $1.time) }
    }

    /// The earliest sighting of a log that had an entry: it existed by then.
    package func earliest(with position: Position) -> Sighting? {
        all.filter { position < $0.size.end }.min { $0.time < $1.time }
    }

    /// The latest sighting of a log that did not have an entry yet.
    package func latest(without position: Position) -> Sighting? {
        all.filter { position >= $0.size.end }.max { $0.time < $1.time }
    }

    /// The positions of a log in runs that the same sightings bound.
    package func runs(of size: TreeSize) -> [Range<Position>] {
        let ends = Set(all.map(\.size) + [size]).filter { $0.count > 0 && $0 <= size }.sorted()
        return zip([TreeSize(0)] + ends, ends).map { $0.end..<$1.end }
    }
}
