import Coordinates
import EntryLog
import TransparencyLog

/// An entry that a source gives for a position: of the right form, and perhaps the right one.
struct Candidate {
    let bytes: [UInt8]
    let leaf: Hash
    /// The root that it says the entries before it have.
    let seal: Hash
    /// Whose it is, by its place among the sources.
    let source: Int

    /// Nil for what is no entry of that position.
    init?(_ bytes: [UInt8], at position: Position, from source: Int) {
        guard let entry = try? Entry(decoding: bytes.span.bytes), entry.position == position else {
            return nil
        }
        self.bytes = bytes
        self.source = source
        leaf = Hash.leaf(bytes.span.bytes)
        seal = entry.seal
    }

    func isSigned(by signer: PublicKey) -> Bool {
        (try? Entry(decoding: bytes.span.bytes))?.isSigned(by: signer) ?? false
    }

    var founding: Founding? { (try? Entry(decoding: bytes.span.bytes))?.founding }
}

/// What the sources give, position by position: each is asked once, and only when it is needed.
final class Candidates {
    let sources: [any EntrySource]
    private var known: [Position: [Int: [Candidate]]] = [:]

    init(_ sources: [any EntrySource]) { self.sources = sources }

    /// What some of the sources give for a position, the same entry once, from the first who has it.
    func entries(at position: Position, from some: Range<Int>) -> [Candidate] {
        var found: [Candidate] = []
        for source in some {
            for candidate in entries(at: position, from: source)
            where !found.contains(where: { $0.leaf == candidate.leaf }) {
                found.append(candidate)
            }
        }
        return found
    }

    func entries(at position: Position) -> [Candidate] {
        entries(at: position, from: sources.indices)
    }

    private func entries(at position: Position, from source: Int) -> [Candidate] {
        if let asked = known[position]?[source] { return asked }
        let found = sources[source].entries(at: position).compactMap {
            Candidate($0, at: position, from: source)
        }
        known[position, default: [:]][source] = found
        return found
    }

    /// The position is passed.
    func forget(_ position: Position) { known[position] = nil }
}
