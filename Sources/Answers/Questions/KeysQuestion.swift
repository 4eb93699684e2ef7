package import Coordinates
package import EntryLog
package import Handlingsplan
import Keys
import PlanLog
import TransparencyLog

/// Who may record what, and who might once.
package struct KeysQuestion: Question {
    /// By what time rights with an end are told to have ended.
    package let now: Timestamp

    package init(asOf now: Timestamp) { self.now = now }

    package var name: String { "keys" }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> KeysAnswer {
        let names = try Names(of: views, at: moment)
        let (register, founder) = (try views.keys(), Writer(founding.founder))
        return KeysAnswer(
            keys: register.writers(founder: founder, known: moment.known).map { writer in
                KeysAnswer.Key(
                    writer, register, founder: founder, known: moment.known, names, now: now)
            },
            moment: moment, isRehearsal: founding.isRehearsal)
    }
}

package struct KeysAnswer: Answer {
    package static let schema = AnswerSchema("keys", 1)

    package let keys: [Key]
    package let moment: Moment
    package let isRehearsal: Bool

    package func encode(to encoder: any Encoder) throws {
        try Content(
            position: moment.known.index, rehearsal: isRehearsal, keys: keys.map(KeyContent.init)
        ).encode(to: encoder)
    }

    private struct Content: Encodable {
        let position: UInt64
        let rehearsal: Bool
        let keys: [KeyContent]
    }

    /// A key that has, or had, a right.
    package struct Key: Sendable {
        package let writer: Writer
        package let isFounder: Bool
        /// Nil for one that was revoked.
        package let right: Right?
        /// Whether the right has no end, or that has not come yet.
        package let isInForce: Bool
        /// The entry that gave or took the right.
        package let since: Position
        /// What the committees are called that it speaks for.
        package let names: Names

        init(
            _ writer: Writer, _ register: KeyRegister, founder: Writer, known: Position,
            _ names: Names, now: Timestamp
        ) {
            self.writer = writer
            self.names = names
            isFounder = writer == founder
            right = register.right(of: writer, founder: founder, known: known)
            isInForce = right.map { $0.until ?? now >= now } ?? false
            since =
                register.changes.last { $0.writer == writer && $0.position <= known }?.position
                ?? Position(0)
        }
    }
}

private struct KeyContent: Encodable {
    /// Left out where the 32 bytes are no key.
    let keyID: String?
    /// 32 bytes, in base64.
    let key: String
    let openSSH: String?
    let isFounder: Bool
    /// Left out for one that was revoked.
    let role: String?
    let committees: [String]?
    let until: String?
    let inForce: Bool
    let holder: String?
    let since: UInt64

    init(_ key: KeysAnswer.Key) {
        keyID = key.writer.publicKey?.id.description
        self.key = base64(key.writer.bytes)
        openSSH = key.writer.publicKey?.openSSH
        isFounder = key.isFounder
        (until, holder) = (key.right?.until?.rfc3339, key.right?.holder)
        inForce = key.isInForce
        since = key.since.index
        switch key.right?.role {
        case nil: (role, committees) = (nil, nil)
        case .steward: (role, committees) = ("steward", nil)
        case .registrar(let numbers):
            (role, committees) = ("registrar", numbers.map(key.names.code))
        }
    }
}
