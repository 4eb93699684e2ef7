import Coordinates
import Handlingsplan
import Keys
import PlanLog
import TransparencyLog

/// Who may record what, and who might once.
struct KeysOutput: Output {
    private let keys: [ListedKey]
    private let moment: Moment
    let isRehearsal: Bool

    /// - Parameter now: by what time rights with an end are told to have ended.
    init(
        _ register: KeyRegister, founder: Writer, at moment: Moment, _ names: Names,
        now: Timestamp, isRehearsal: Bool
    ) {
        keys = register.writers(founder: founder, known: moment.known).map { writer in
            ListedKey(writer, register, founder: founder, known: moment.known, names, now: now)
        }
        self.moment = moment
        self.isRehearsal = isRehearsal
    }

    var text: String {
        var table = Table([
            .init(heading: "Key id"), .init(heading: "Right", wrapsAt: 40), .init(heading: "Until"),
            .init(heading: "Since entry", isNumber: true), .init(heading: "Holder", wrapsAt: 30),
        ])
        for key in keys {
            table.add([
                key.keyID, key.words, key.until ?? "", String(key.since), key.holder ?? "",
            ])
        }
        return Texts.keysHeading(moment) + "\n\n" + table.text
    }

    var content: any Encodable {
        Content(position: moment.known.index, rehearsal: isRehearsal, keys: keys)
    }

    private struct Content: Encodable {
        let position: UInt64
        let rehearsal: Bool
        let keys: [ListedKey]
    }
}

private struct ListedKey: Encodable {
    let keyID: String
    /// 32 bytes, in base64.
    let key: String
    let openSSH: String?
    let isFounder: Bool
    /// Left out for one that was revoked.
    let role: String?
    let committees: [String]?
    let until: String?
    /// Whether the right has no end, or that has not come yet.
    let inForce: Bool
    let holder: String?
    /// The entry that gave or took the right.
    let since: UInt64
    let words: String

    init(
        _ writer: Writer, _ register: KeyRegister, founder: Writer, known: Position,
        _ names: Names, now: Timestamp
    ) {
        let right = register.right(of: writer, founder: founder, known: known)
        let change = register.changes.last { $0.writer == writer && $0.position <= known }
        keyID = Texts.keyID(writer)
        key = base64(writer.bytes)
        openSSH = writer.publicKey?.openSSH
        isFounder = writer == founder
        (until, holder) = (right?.until?.rfc3339, right?.holder)
        inForce = right.map { $0.until ?? now >= now } ?? false
        since = change?.position.index ?? 0
        switch right?.role {
        case nil: (self.role, committees) = (nil, nil)
        case .steward: (self.role, committees) = ("steward", nil)
        case .registrar(let numbers):
            (self.role, committees) = ("registrar", numbers.map(names.code))
        }
        let what = right.map { Texts.role($0, names) } ?? "revoked"
        words = right == nil || inForce ? what : what + ", ended"
    }

    private enum CodingKeys: CodingKey {
        case keyID, key, openSSH, isFounder, role, committees, until, inForce, holder, since
    }
}
