package import CBOR
import Coordinates
import EntryLog
package import Handlingsplan

// The format is specified in act.cddl, beside this file.

extension EventKind {
    /// What the kind is called in the log. A number, once released, keeps its meaning for ever.
    package var number: UInt64 {
        switch self {
        case .committeeEstablished: 1
        case .committeeRenamed: 2
        case .committeeDissolved: 3
        case .committeesMerged: 4
        case .committeeSplit: 5
        case .policyAdopted: 10
        case .planAdopted: 11
        case .documentRevised: 12
        case .documentProlonged: 13
        case .documentRepealed: 14
        case .areaDefined: 15
        case .goalSet: 16
        case .actionDecided: 20
        case .actionAmended: 21
        case .actionClosed: 22
        case .actionReopened: 23
        case .actionWrittenOff: 24
        case .actionSuperseded: 25
        case .responsibilityAssigned: 30
        case .responsibilityTransferred: 31
        case .deadlineSet: 40
        case .statusReported: 50
        case .forecastGiven: 51
        case .reportedBack: 52
        case .entryCorrected: 60
        case .decisionAnnulled: 61
        case .followUpCycleSet: 70
        case .followUpHeld: 71
        case .guidelineIssued: 72
        case .guidelineAnswered: 73
        case .indicatorDefined: 80
        case .targetSet: 81
        case .indicatorObserved: 82
        case .partnerLinked: 90
        case .partnerUnlinked: 91
        case .annexAttached: 92
        case .entriesDisregarded: 62
        case .clockDeclared: 63
        case .formatRaised: 64
        case .settingChanged: 100
        case .keyGranted: 110
        case .keyRevoked: 111
        case .remark: Remark.kinds.lowerBound
        }
    }
}

/// An event that the format in force does not know: never skipped, since a view without it would be
/// wrong without showing it.
package struct UnknownEvent: Hashable, Sendable {
    package let kind: UInt64
    package let version: UInt64

    package init(kind: UInt64, version: UInt64) {
        self.kind = kind
        self.version = version
    }
}

/// One item of an act's list: `[kind, version, {fields}]`.
enum RecordedEvent {
    case known(Event)
    case unknown(UnknownEvent)

    init(from reader: inout Reader, in forms: EventForms) throws(CBORError) {
        let start = reader
        let (number, version) = try reader.formOfEvent()
        if let event = try reader.event(number, version, in: forms) {
            self = .known(event)
        } else {
            reader = start
            _ = try reader.skip()
            self = .unknown(UnknownEvent(kind: number, version: version))
        }
    }
}

extension Event: CBORCodable {
    /// For an event that was known when it was stored.
    package init(from reader: inout Reader) throws(CBORError) {
        let (number, version) = try reader.formOfEvent()
        guard let event = try reader.event(number, version, in: .released) else {
            throw reader.error(.outOfRange)
        }
        self = event
    }

    package func encode(to encoder: inout Encoder) {
        encoder.array(3) { encoder in
            if case .remark(let remark) = self {
                encoder.unsigned(remark.kind)
                encoder.unsigned(remark.version)
                encoder.item(encoded: remark.fields.span.bytes)
                return
            }
            let kind = kind
            encoder.unsigned(kind.number)
            encoder.unsigned(EventForms.released.newestVersion(of: kind))
            encoder.map { $0.fields(of: self) }
        }
    }
}

extension Reader {
    /// The kind and the version that an event begins with.
    mutating func formOfEvent() throws(CBORError) -> (kind: UInt64, version: UInt64) {
        guard try array() == 3 else { throw error(.outOfRange) }
        return (try unsigned(), try unsigned())
    }

    /// What follows kind and version, as an event; nil for a form that is not known, with nothing taken.
    fileprivate mutating func event(
        _ kind: UInt64, _ version: UInt64, in forms: EventForms
    ) throws(CBORError) -> Event? {
        if Remark.kinds.contains(kind) { return .remark(try remark(kind, version)) }
        guard let form = forms[kind, version] else { return nil }
        return try fields(form.read)
    }

    /// A map with unsigned keys, which is kept as it is.
    fileprivate mutating func remark(
        _ kind: UInt64, _ version: UInt64
    ) throws(CBORError) -> Remark {
        var inside = self
        try inside.map { (_, reader) throws(CBORError) in _ = try reader.skip() }
        let fields = try skip()
        return Remark(kind: kind, version: version, fields: fields.withUnsafeBytes { Array($0) })
    }
}

extension FieldReader {
    /// An entry after the founding one.
    fileprivate mutating func entry(_ key: UInt64) throws(CBORError) -> Position {
        let position: Position = try required(key)
        guard position.index > 0 else { throw error(.outOfRange) }
        return position
    }

    /// What partners take part in: no committee.
    fileprivate mutating func undertaking(_ key: UInt64) throws(CBORError) -> Bearer {
        let bearer: Bearer = try required(key)
        if case .committee = bearer { throw error(.outOfRange) }
        return bearer
    }

    /// A format after the first.
    fileprivate mutating func laterFormat(_ key: UInt64) throws(CBORError) -> UInt64 {
        let format: UInt64 = try required(key)
        guard LogFormat.first < format, format <= UInt32.max else { throw error(.outOfRange) }
        return format
    }
}

extension CommitteeKind: ListedValue {
    static let list: [CommitteeKind] = [.committee, .executive, .council, .subcommittee, .other]
}

extension MapEncoder {
    /// Field 1 is what the event is about.
    fileprivate mutating func fields(of event: Event) {
        switch event {
        case .committeeEstablished(let number, let naming, let kind):
            fields(number, naming)
            field(3, kind)
        case .committeeRenamed(let number, let naming): fields(number, naming)
        case .committeeDissolved(let number, let successor):
            field(1, number)
            field(2, ifPresent: successor)
        case .committeesMerged(let numbers, let successor): fields(numbers, successor)
        case .committeeSplit(let number, let parts): fields(number, parts)
        case .policyAdopted(let number, let adoption), .planAdopted(let number, let adoption):
            fields(number, adoption)
        case .documentRevised(let number, let summary, let title):
            fields(number, summary)
            field(3, ifPresent: title)
        case .documentProlonged(let number, let lastDay): fields(number, lastDay)
        case .documentRepealed(let number, let successor):
            field(1, number)
            field(2, ifPresent: successor)
        case .areaDefined(let number, let document, let title):
            fields(number, document)
            field(3, title)
        case .goalSet(let number, let goal): fields(number, goal)
        case .followUpCycleSet(let number, let cycle): fields(number, cycle)
        case .followUpHeld(let number, let followUp): fields(number, followUp)
        case .guidelineIssued(let number, let guideline): fields(number, guideline)
        case .guidelineAnswered(let number, let answer): fields(number, answer)
        case .indicatorDefined(let number, let indicator): fields(number, indicator)
        case .targetSet(let number, let target): fields(number, target)
        case .indicatorObserved(let number, let observation): fields(number, observation)
        case .actionDecided(let number, let action): fields(number, action)
        case .actionAmended(let number, let amendment): fields(number, amendment)
        case .actionClosed(let number): field(1, number)
        case .actionReopened(let number, let reason), .actionWrittenOff(let number, let reason):
            fields(number, reason)
        case .actionSuperseded(let number, let successor): fields(number, successor)
        case .responsibilityAssigned(let number, let responsible): fields(number, responsible)
        case .responsibilityTransferred(let number, let from, let now):
            fields(number, from)
            field(3, now)
        case .deadlineSet(let number, let deadline): fields(number, deadline)
        case .statusReported(let number, let committee, let report):
            fields(number, committee)
            field(3, report)
        case .forecastGiven(let number, let committee, let forecast):
            fields(number, committee)
            field(3, forecast)
        case .reportedBack(let number, let report): fields(number, report)
        case .partnerLinked(let bearer, let partner): fields(bearer, partner)
        case .partnerUnlinked(let bearer, let name): fields(bearer, name)
        case .annexAttached(let bearer, let annex): fields(bearer, annex)
        case .entryCorrected(let position, let reason), .decisionAnnulled(let position, let reason):
            fields(position, reason)
        case .entriesDisregarded(let run, let reason):
            fields(run.first, run.last)
            field(3, run.root)
            field(4, reason)
        case .clockDeclared(let first, let reason): fields(first, reason)
        case .formatRaised(let format): field(1, format)
        case .remark: preconditionFailure("a remark is encoded as it was read")
        case .settingChanged(let setting): field(1, setting)
        case .keyGranted(let writer, let right): fields(writer, right)
        case .keyRevoked(let writer, let reason):
            field(1, writer)
            field(2, ifPresent: reason)
        }
    }

    private mutating func fields(_ first: some CBORCodable, _ second: some CBORCodable) {
        field(1, first)
        field(2, second)
    }
}

extension FieldReader {
    /// The newest version of a kind.
    mutating func event(_ kind: EventKind) throws(CBORError) -> Event {
        switch kind {
        case .committeeEstablished:
            .committeeEstablished(try required(1), try required(2), try required(3))
        case .committeeRenamed: .committeeRenamed(try required(1), try required(2))
        case .committeeDissolved:
            .committeeDissolved(try required(1), successor: try optional(2))
        case .committeesMerged: .committeesMerged(try ascending(1), into: try required(2))
        case .committeeSplit: .committeeSplit(try required(1), into: try ascending(2))
        case .policyAdopted: .policyAdopted(try required(1), try required(2))
        case .planAdopted: .planAdopted(try required(1), try required(2))
        case .documentRevised:
            .documentRevised(try required(1), summary: try required(2), title: try optional(3))
        case .documentProlonged: .documentProlonged(try required(1), lastDay: try required(2))
        case .documentRepealed: .documentRepealed(try required(1), successor: try optional(2))
        case .areaDefined: .areaDefined(try required(1), try required(2), title: try required(3))
        case .goalSet: .goalSet(try required(1), try required(2))
        case .followUpCycleSet: .followUpCycleSet(try required(1), try required(2))
        case .followUpHeld: .followUpHeld(try required(1), try required(2))
        case .guidelineIssued: .guidelineIssued(try required(1), try required(2))
        case .guidelineAnswered: .guidelineAnswered(try required(1), try required(2))
        case .indicatorDefined: .indicatorDefined(try required(1), try required(2))
        case .targetSet: .targetSet(try required(1), try required(2))
        case .indicatorObserved: .indicatorObserved(try required(1), try required(2))
        case .actionDecided: .actionDecided(try required(1), try required(2))
        case .actionAmended: .actionAmended(try required(1), try required(2))
        case .actionClosed: .actionClosed(try required(1))
        case .actionReopened: .actionReopened(try required(1), reason: try required(2))
        case .actionWrittenOff: .actionWrittenOff(try required(1), reason: try required(2))
        case .actionSuperseded: .actionSuperseded(try required(1), by: try required(2))
        case .responsibilityAssigned:
            .responsibilityAssigned(try required(1), try required(2))
        case .responsibilityTransferred:
            .responsibilityTransferred(
                try required(1), from: try required(2), now: try required(3))
        case .deadlineSet: .deadlineSet(try required(1), try required(2))
        case .statusReported:
            .statusReported(try required(1), try required(2), try required(3))
        case .forecastGiven: .forecastGiven(try required(1), try required(2), try required(3))
        case .reportedBack: .reportedBack(try required(1), try required(2))
        case .partnerLinked: .partnerLinked(try undertaking(1), try required(2))
        case .partnerUnlinked: .partnerUnlinked(try undertaking(1), name: try required(2))
        case .annexAttached: .annexAttached(try required(1), try required(2))
        case .entryCorrected: .entryCorrected(try entry(1), reason: try required(2))
        case .decisionAnnulled: .decisionAnnulled(try entry(1), reason: try required(2))
        case .entriesDisregarded:
            .entriesDisregarded(
                VoidRun(first: try entry(1), last: try entry(2), root: try required(3)),
                reason: try required(4))
        case .clockDeclared: .clockDeclared(try entry(1), reason: try required(2))
        case .formatRaised: .formatRaised(try laterFormat(1))
        case .remark: throw error(.outOfRange)
        case .settingChanged: .settingChanged(try required(1))
        case .keyGranted: .keyGranted(try required(1), try required(2))
        case .keyRevoked: .keyRevoked(try required(1), reason: try optional(2))
        }
    }
}
