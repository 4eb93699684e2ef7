import Coordinates
import EntryLog
public import FoundationEssentials
import Registry
import TransparencyLog

/// A ledger of action plans (handlingsplaner): an append-only log of signed events, and what follows
/// from them at any moment.
///
/// A ledger is a directory. One process has it open once; many processes may have it open at a time,
/// to read and to record.
public final class Ledger: Sendable {
    let inner: Registry.Ledger

    /// What a ledger is opened for.
    public enum Use: Sendable {
        case asking
        case recording
    }

    /// Opens the ledger in a directory.
    /// - Parameter tell: is told what is wrong with the stored views, where what was asked for was done
    ///   without them.
    public init(
        at path: String, for use: Use = .asking,
        tell: @escaping @Sendable (LedgerError) -> Void = { _ in }
    ) throws(LedgerError) {
        inner = try telling {
            try Registry.Ledger.open(at: path, use == .recording ? .readWrite : .readOnly) {
                switch $0 {
                case .distrusted(let error), .unstored(let error): tell(LedgerError(error))
                }
            }
        }
    }

    private init(_ inner: Registry.Ledger) { self.inner = inner }

    /// Founds a ledger in a directory, which is made if it does not exist. Durable on return.
    /// - Parameters:
    ///   - origin: the name by which the ledger's checkpoints are known (C2SP tlog-checkpoint), such as
    ///     `dals-ed.example/handlingsplaner`.
    ///   - key: of who founds it, and so may record all.
    ///   - checkpointKey: signs the ledger's checkpoints; keep it apart from the ledger.
    ///   - timeZone: by which its days begin and end, as in the IANA database.
    ///   - rehearsal: when it is founded, for a ledger whose recorded times are chosen; nil for one that
    ///     takes them from the clock.
    public static func found(
        _ name: String, at path: String, origin: String, signedBy key: Key, checkpointKey: Key,
        timeZone: String = "Europe/Stockholm", rehearsal: Date? = nil
    ) throws(LedgerError) -> Ledger {
        try telling {
            let name = try argument(name, "a name", Founding.isName(name) ? name : nil)
            let origin = try argument(
                origin, "an origin", Founding.isOrigin(origin) ? origin : nil)
            let founding = Founding(
                name: name, origin: origin, timeZone: timeZone,
                founder: key.signing.publicKey, checkpointKey: checkpointKey.signing.publicKey,
                isRehearsal: rehearsal != nil)
            return Ledger(
                try Registry.Ledger.found(
                    at: path, founding, commandID: try commandID(nil),
                    time: try recordingTime(rehearsal), signedBy: key.signing))
        }
    }

    /// The hash of the founding entry, in hexadecimal digits: which ledger this is.
    public var id: String { inner.log.id.description }

    /// How many entries it has; the founding entry is the first.
    public var size: UInt64 {
        get throws(LedgerError) { try telling { try inner.log.read { $0.size.count } } }
    }
}

func commandID(_ text: String?) throws -> CommandID {
    var generator = SystemRandomNumberGenerator()
    guard let text else { return CommandID.random(using: &generator) }
    return try argument(text, "a command id", CommandID(text))
}

/// - Parameters:
///   - rehearsed: the chosen time, in a rehearsal.
///   - isChecked: whether somebody has looked at the clock.
func recordingTime(_ rehearsed: Date?, isChecked: Bool = false) throws -> RecordingTime {
    guard let rehearsed else {
        return isChecked
            ? .clock(Timestamp(Date()), stepLimitMilliseconds: nil) : .clock(Timestamp(Date()))
    }
    let time = Timestamp(rehearsed)
    return .rehearsed(
        try argument("\(rehearsed)", "a time", Timestamp.recordable.contains(time) ? time : nil))
}

extension Timestamp {
    /// Of a time within some millions of years.
    init(_ date: Date) {
        let seconds = min(max(date.timeIntervalSince1970, -1e14), 1e14)
        self.init(milliseconds: Int64((seconds * 1000).rounded(.down)))
    }
}
