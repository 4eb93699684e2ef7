package import Coordinates
package import EntryLog
package import Handlingsplan

/// An entry after the founding one, as it counts.
package enum JudgedEntry: Sendable {
    case act(RecordedAct)
    case void(Position, VoidReason)

    package var position: Position {
        switch self {
        case .act(let recorded): recorded.position
        case .void(let position, _): position
        }
    }
}

/// Hands over entries that were judged before, in order. The founding entry is passed over.
/// - Parameter voids: those of them that are void.
/// - Throws: `EntryLogError.damagedEntry` for another one that is missing, malformed, or not an act;
///   what `body` throws.
package func forEachEntry<Reader: EntryReader & ~Copyable>(
    in positions: Range<Position>, of log: borrowing Reader, _ voids: VoidEntries,
    _ body: (JudgedEntry) throws -> Void
) throws {
    for index in positions.lowerBound.index..<positions.upperBound.index where index > 0 {
        let position = Position(index)
        if let reason = voids[position] {
            try body(.void(position, reason))
        } else {
            try body(
                .act(
                    try actRead(at: position) {
                        try log.entry(at: position) { try recordedAct($0, in: log) }
                    }))
        }
    }
}

/// Hands over the acts among entries that were judged before, in order.
/// - Throws: as `forEachEntry`.
package func forEachAct<Reader: EntryReader & ~Copyable>(
    in positions: Range<Position>, of log: borrowing Reader, passing voids: VoidEntries,
    _ body: (RecordedAct) throws -> Void
) throws {
    try forEachEntry(in: positions, of: log, voids) {
        if case .act(let recorded) = $0 { try body(recorded) }
    }
}

/// What is read of the act at a position; where it is none, the error names the position.
/// - Throws: `EntryLogError.damagedEntry` in place of `ActError`; what else `read` throws.
package func actRead<Result>(at position: Position, _ read: () throws -> Result) throws -> Result {
    do {
        return try read()
    } catch let error as ActError {
        throw EntryLogError.damagedEntry(position, "it is not an act: \(error)")
    }
}

/// The act of an entry, with the earlier acts that it turns.
/// - Precondition: not the founding entry, which is no act.
/// - Throws: `ActError`; `EntryLogError.damaged`.
package func recordedAct<Reader: EntryReader & ~Copyable>(
    _ entry: borrowing Entry, in log: borrowing Reader
) throws -> RecordedAct {
    precondition(entry.position > Position(0), "the founding entry is no act")
    return try recordedAct(entry, of: try Act(decoding: entry.content), in: log)
}

/// An entry's act, which has been decoded, with the earlier acts that it turns.
func recordedAct<Reader: EntryReader & ~Copyable>(
    _ entry: borrowing Entry, of act: Act, in log: borrowing Reader
) throws -> RecordedAct {
    RecordedAct(
        position: entry.position, recordedAt: entry.recordedAt, act: act,
        turned: try turnedActs(by: act, at: entry.position) { position in
            try log.entry(at: position) { try Act(decoding: $0.content) }
        })
}

/// The earlier acts that an act turns. Correcting an entry turns it; and where that was itself a
/// correction, also what it had turned, back again.
///
/// - Parameter lookUp: the act at an earlier position.
/// - Throws: `ActError` where an entry is turned twice over, or more than
///   `RecordedAct.turnedLimit`, which no rule lets happen: whoever writes such entries wants to keep
///   readers busy.
package func turnedActs(
    by act: Act, at position: Position, lookUp: (Position) throws -> Act
) throws -> [TurnedAct] {
    var turned: [TurnedAct] = []
    var seen: Set<Position> = []
    var pending = [TurnedAct(position: position, act: act)]
    while let correction = pending.popLast() {
        for target in correction.act.events.compactMap(\.facts.corrects) {
            guard target > Position(0), target < correction.position else {
                throw ActError.malformed("entry \(correction.position) corrects entry \(target)")
            }
            guard seen.insert(target).inserted, turned.count < RecordedAct.turnedLimit else {
                throw ActError.malformed("it corrects entry \(target) twice over, or too many")
            }
            let corrected = TurnedAct(position: target, act: try lookUp(target))
            turned.append(corrected)
            pending.append(corrected)
        }
    }
    return turned
}
