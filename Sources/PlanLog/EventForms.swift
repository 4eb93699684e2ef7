package import CBOR
package import Handlingsplan

/// One version of one kind of event, and how it is read. An older version is read as what the newest
/// would have said (upcasting), so that nothing above knows that there was one.
package struct EventForm: Sendable {
    package typealias Read = @Sendable (inout FieldReader) throws(CBORError) -> Event

    let number: UInt64
    let version: UInt64
    package let kind: EventKind
    let read: Read

    package init(_ kind: EventKind, version: UInt64, read: @escaping Read) {
        number = kind.number
        self.version = version
        self.kind = kind
        self.read = read
    }

    /// The version that is written.
    fileprivate init(newest kind: EventKind, version: UInt64) {
        self.init(kind, version: version) { (fields) throws(CBORError) in try fields.event(kind) }
    }
}

/// All that can stand in a log, by kind and version.
package struct EventForms: Sendable {
    package static let released = EventForms(
        EventKind.allCases.filter { $0 != .remark }.map { EventForm(newest: $0, version: 1) })

    /// By the number of the kind, the newest last.
    private var forms: [[EventForm]] = []

    private init(_ forms: [EventForm]) { self = EventForms().adding(forms) }
    private init() {}

    /// These, and some more.
    package func adding(_ more: [EventForm]) -> EventForms {
        var all = self
        for form in more {
            let number = Int(form.number)
            while all.forms.count <= number { all.forms.append([]) }
            all.forms[number].append(form)
            all.forms[number].sort { $0.version < $1.version }
        }
        return all
    }

    /// Nil for what this program does not know.
    package subscript(number: UInt64, version: UInt64) -> EventForm? {
        guard number < forms.count else { return nil }
        return forms[Int(number)].first { $0.version == version }
    }

    func newestVersion(of kind: EventKind) -> UInt64 { forms[Int(kind.number)].last?.version ?? 1 }
}
