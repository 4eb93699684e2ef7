import CBOR
import Coordinates
import EntryLog
import Handlingsplan

/// The pieces of all stretches, by the row that they belong to.
struct SortedPieces: Sendable {
    /// The pieces' bytes, a buffer for each stretch.
    private let buffers: [[UInt8]]
    /// How many rows each chronicle module has.
    let counts: [Int]
    /// The slot of each module's first row. Slots are numbered through all modules.
    private let firstSlots: [Int]
    /// Where the pieces of each slot begin in `order`, and after the last one, where they end.
    private let starts: [Int]
    private let order: [Piece]
    /// Which of a row's items were turned, and where.
    private let turns: [ChroniclePlace: [Turn]]

    private struct Piece {
        let buffer: UInt32
        let start: UInt32
        let byteCount: UInt32

        var place: Range<Int> { Int(start)..<Int(start) + Int(byteCount) }
    }

    fileprivate struct Turn {
        let source: Position
        let position: Position
    }

    /// - Throws: `EntryLogError.damaged` where a number was given without those before it.
    init(_ stretches: [Stretch]) throws {
        buffers = stretches.map(\.bytes)
        let counts = try Self.counts(stretches)
        self.counts = counts
        let firstSlots = counts.indices.map { counts[..<$0].reduce(0, +) }
        self.firstSlots = firstSlots
        func slot(_ place: ChroniclePlace) -> Int { firstSlots[place.module] + place.number - 1 }

        // A counting sort, which keeps the log's order within a row.
        var starts = [Int](repeating: 0, count: counts.reduce(0, +) + 1)
        for stretch in stretches { for place in stretch.places { starts[slot(place) + 1] += 1 } }
        for slot in starts.indices.dropFirst() { starts[slot] += starts[slot - 1] }
        if let gap = starts.indices.dropFirst().first(where: { starts[$0] == starts[$0 - 1] }) {
            throw Self.gap(slot: gap - 1, firstSlots)
        }
        self.starts = starts
        var order = [Piece](
            repeating: Piece(buffer: 0, start: 0, byteCount: 0), count: starts.last ?? 0)
        for (number, stretch) in stretches.enumerated() {
            for (index, place) in stretch.places.enumerated() {
                let slot = slot(place)
                let piece = stretch.piece(index)
                order[starts[slot]] = Piece(
                    buffer: UInt32(number), start: UInt32(piece.lowerBound),
                    byteCount: UInt32(piece.count))
                starts[slot] += 1
            }
        }
        self.order = order

        var turns: [ChroniclePlace: [Turn]] = [:]
        for correction in stretches.flatMap(\.gathered.corrections) {
            for turned in correction.turned {
                let subjects = turned.act.events.flatMap(\.facts.about)
                for place in Set(subjects.compactMap(ChroniclePlace.init)) {
                    turns[place, default: []].append(
                        Turn(source: turned.position, position: correction.position))
                }
            }
        }
        self.turns = turns
    }

    /// The rows of a module from one number to another, encoded.
    func rows(_ numbers: Range<Int>, ofModule module: Int) throws -> [[UInt8]] {
        try numbers.map { number in
            let slot = firstSlots[module] + number - 1
            let place = ChroniclePlace(module: module, number: UInt32(number))
            return try row(order[starts[slot]..<starts[slot + 1]], turns[place] ?? [])
        }
    }

    private func row(_ pieces: ArraySlice<Piece>, _ turns: [Turn]) throws -> [UInt8] {
        var encoder = Encoder()
        encoder.array(pieces.count)
        for piece in pieces {
            let buffer = buffers[Int(piece.buffer)]
            try encoder.item(buffer.span.bytes.extracting(piece.place), turns)
        }
        return encoder.bytes
    }

    /// How many rows each module has: as many as the highest number given, each of which some event
    /// began.
    private static func counts(_ stretches: [Stretch]) throws -> [Int] {
        var counts = ViewSet.chronicleModules.map { _ in 0 }
        var pieces = counts
        for stretch in stretches {
            for place in stretch.places {
                counts[place.module] = max(counts[place.module], place.number)
                pieces[place.module] += 1
            }
        }
        // Before room is made for as many: what begins each of them is a piece at least.
        for (module, count) in counts.enumerated() where count > pieces[module] {
            throw gap(module: module, number: count)
        }
        return counts
    }

    private static func gap(slot: Int, _ firstSlots: [Int]) -> EntryLogError {
        let module = firstSlots.lastIndex { $0 <= slot } ?? 0
        return gap(module: module, number: slot - firstSlots[module] + 1)
    }

    private static func gap(module: Int, number: Int) -> EntryLogError {
        .damaged(
            "of \(ViewSet.chronicleModules[module].name) there is no \(number), or none before it")
    }
}

extension Encoder {
    /// An item with those of the turns that are its own. Most of a turned row's items have none.
    fileprivate mutating func item(_ encoded: RawSpan, _ turns: [SortedPieces.Turn]) throws {
        if turns.isEmpty { return item(encoded: encoded) }
        let position = try ChronicleItem.position(at: Reader(encoded))
        let own = turns.filter { $0.source == position }.map(\.position)
        if own.isEmpty { return item(encoded: encoded) }
        var item = try ChronicleItem(decoding: encoded)
        item.turns += own
        item.encode(to: &self)
    }
}
