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
        let fieldCount = try reader.mapHeader()
        guard fieldCount > 1, try reader.unsigned() == 1 else { throw reader.error(.missingKey(1)) }
        let effective = try CalendarDate(from: &reader)
        for _ in 0..<fieldCount - 2 {
            guard (2...4).contains(try reader.unsigned()) else { throw reader.error(.outOfRange) }
            _ = try reader.skip()
        }
        guard try reader.unsigned() == 5 else { throw reader.error(.missingKey(5)) }
        let eventCount = try reader.array()
        if eventCount == 0 { throw ActError.malformed("an act without events") }
        for _ in 0..<eventCount { try body(effective, try reader.glance()) }
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
        let (number, version) = try inside.formOfEvent()
        if Remark.kinds.contains(number) { return GlancedEvent(action: nil, bytes: bytes) }
        guard let form = EventForms.released[number, version] else {
            throw ActError.unknownEvent(UnknownEvent(kind: number, version: version))
        }
        guard form.kind.concernsOneActionAlone else {
            return GlancedEvent(action: nil, bytes: bytes)
        }
        guard try inside.mapHeader() > 0, try inside.unsigned() == 1 else {
            throw inside.error(.missingKey(1))
        }
        return GlancedEvent(action: try ActionNumber(from: &inside), bytes: bytes)
    }
}

extension EventKind {
    /// Whether the facts of every event of this kind are about one action, which field 1 names, and
    /// put nothing on a list.
    fileprivate var concernsOneActionAlone: Bool {
        switch self {
        case .actionClosed, .actionReopened, .actionWrittenOff, .actionSuperseded, .deadlineSet,
            .statusReported, .forecastGiven:
            true
        default: false
        }
    }
}
