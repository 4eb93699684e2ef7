import CBOR
package import Coordinates
package import Handlingsplan

/// An event as a glance at its bytes shows it: enough to put it where it belongs.
package struct GlancedEvent: ~Escapable {
    /// The action that it is about, where it is about one and concerns nothing besides, not even a
    /// list that the action is on. Nil where only decoding tells what it concerns.
    package let action: ActionNumber?
    /// The whole event, as it stands in the log and is to stand in a row.
    package let bytes: RawSpan

    @_lifetime(copy bytes)
    fileprivate init(action: ActionNumber?, bytes: RawSpan) {
        self.action = action
        self.bytes = bytes
    }
}

/// Hands over the events of an act's bytes, with the day that they hold from, without decoding what
/// they say: deriving views moves most of them and looks into few.
/// - Throws: `ActError`; what `body` throws.
package func forEachEvent(
    glancingAt content: RawSpan, _ body: (CalendarDate, borrowing GlancedEvent) throws -> Void
) throws {
    do {
        var reader = Reader(content)
        var effective: CalendarDate?
        for _ in 0..<(try reader.mapHeader()) {
            switch (try reader.unsigned(), effective) {
            case (1, nil): effective = try CalendarDate(from: &reader)
            case (2...4, _?): _ = try reader.skip()
            case (5, let effective?):
                for _ in 0..<(try reader.array()) { try body(effective, try reader.glance()) }
            default: throw reader.error(.outOfRange)
            }
        }
        try reader.end()
    } catch let error as CBORError {
        throw ActError.malformed("\(error)")
    }
}

extension Reader {
    @_lifetime(copy self)
    fileprivate mutating func glance() throws -> GlancedEvent {
        var inside = self
        let bytes = try skip()
        guard try inside.array() == 3 else { throw inside.error(.outOfRange) }
        let (number, version) = (try inside.unsigned(), try inside.unsigned())
        guard version == 1, let kind = EventKind(rawValue: number) else {
            throw ActError.unknownEvent(UnknownEvent(kind: number, version: version))
        }
        guard kind.concernsOneActionAlone else { return GlancedEvent(action: nil, bytes: bytes) }
        guard try inside.mapHeader() > 0, try inside.unsigned() == 1 else {
            throw inside.error(.missingKey(1))
        }
        return GlancedEvent(action: try ActionNumber(from: &inside), bytes: bytes)
    }
}

extension EventKind {
    /// Whether an event of this kind has one subject, the action that its field 1 names, puts it on
    /// no list and corrects nothing.
    fileprivate var concernsOneActionAlone: Bool {
        switch self {
        case .actionClosed, .actionReopened, .actionWrittenOff, .actionSuperseded, .deadlineSet,
            .statusReported, .forecastGiven:
            true
        default: false
        }
    }
}
