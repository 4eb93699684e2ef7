import CBOR
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog

/// A row of one of the modules whose rows are chronicles: the module by its place among them, and the
/// row's key there. Ordered by both.
struct ChroniclePlace: Hashable, Sendable {
    private let packed: UInt64

    var module: Int { Int(packed >> 32) }
    /// Counted from 1, densely.
    var number: Int { Int(packed & 0xffff_ffff) }

    init(module: Int, number: UInt32) { packed = UInt64(module) << 32 | UInt64(number) }

    init(_ action: ActionNumber) {
        self.init(module: Self.actions, number: action.value)
    }

    /// Nil for an entry that is corrected: it has no chronicle.
    init?(_ subject: Subject) {
        guard let (module, key) = subject.chronicle, let place = Self.place(of: module) else {
            return nil
        }
        self.init(module: place, number: UInt32(key))
    }

    static func place(of module: any Projection.Type) -> Int? {
        ViewSet.chronicleModules.firstIndex { $0 == module }
    }

    // Asked for with almost every event.
    private static let actions = place(of: ActionRows.self)!
}

/// What a stretch of the log says, cut into pieces: each event as it is to stand in a row, and which
/// row that is.
struct Stretch: Sendable {
    /// In the log's order.
    private(set) var places: [ChroniclePlace] = []
    private(set) var gathered = Gathered()
    private var pieces = Encoder()
    /// Where each piece begins.
    private var starts: [UInt32] = []

    /// - Parameter voids: the entries that say nothing.
    /// - Throws: `EntryLogError.damagedEntry`; `LMDBError`.
    init(_ positions: Range<Position>, of log: Log, passing voids: VoidEntries) throws {
        guard let last = positions.upperBound.treeSize.last, !positions.isEmpty else { return }
        var next = positions.lowerBound
        try log.read { snapshot in
            try snapshot.forEachRecord(from: next, upTo: Position(last.index - 1)) { found, bytes in
                guard found == next else { throw EntryLogError.damagedEntry(next, "it is missing") }
                if !voids.contains(next) {
                    try actRead(at: next) { try cut(bytes, at: next, in: snapshot) }
                }
                next = next.treeSize.end
            }
        }
        guard next == positions.upperBound else {
            throw EntryLogError.damagedEntry(next, "it is missing")
        }
        starts.append(UInt32(pieces.bytes.count))
    }

    /// Where a piece stands in `bytes`: an encoded `ChronicleItem`.
    func piece(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

    /// All pieces.
    var bytes: [UInt8] { pieces.bytes }

    private mutating func cut(
        _ entry: RawSpan, at position: Position, in log: borrowing LogSnapshot
    ) throws {
        var (isCorrection, isOfLog) = (false, false)
        let content = try Entry.content(of: entry, at: position)
        try forEachEvent(glancingAt: content) { effective, glanced in
            let stamp = Stamp(effective: effective, position: position)
            if let action = glanced.action {
                return add(glanced.bytes, stamp, to: ChroniclePlace(action))
            }
            let event = try Event(decoding: glanced.bytes)
            let facts = event.facts
            for place in facts.about.compactMap(ChroniclePlace.init) {
                add(glanced.bytes, stamp, to: place)
            }
            gathered.listed += facts.lists
            isCorrection = isCorrection || facts.corrects != nil
            isOfLog = isOfLog || facts.isOfLog
        }
        guard isCorrection || isOfLog else { return }
        let recorded = try Entry.lend(entry, at: position) { try recordedAct($0, in: log) }
        if isCorrection { gathered.corrections.append(recorded) }
        if isOfLog { gathered.ofLog.append(recorded) }
    }

    private mutating func add(_ event: RawSpan, _ stamp: Stamp, to place: ChroniclePlace) {
        places.append(place)
        starts.append(UInt32(pieces.bytes.count))
        pieces.chronicleItem(stamp, turns: [], event: event)
    }
}
