import Coordinates
import EntryLog
import Exchange
public import FoundationEssentials
import Handlingsplan
import Registry
import TransparencyLog

/// What was recorded, and where.
public struct Receipt: Hashable, Sendable {
    /// The positions of the entries.
    public let positions: Range<UInt64>
    public let recordedAt: Date
    /// How many entries the log then had, and the root (RFC 9162) of their hashes.
    public let size: UInt64
    public let root: [UInt8]
    /// Whether the command id had been recorded before, and this is the first receipt of it.
    public let isDuplicate: Bool
    /// The kinds of what is odd and was recorded all the same.
    public let warnings: [String]
}

extension Ledger {
    /// Records events as one command: all of them, or none. Durable on return.
    ///
    /// Each is judged by the rules on what those before it led to, and must be within the right of the
    /// key. What another process records meanwhile is taken into account.
    /// - Parameters:
    ///   - lines: a JSON object a line, with the names that questions about the log answer with. Each
    ///     line becomes an entry; several events become one as `{"events": [...]}`.
    ///   - commandID: names the command, so that sending it again records nothing.
    ///   - rehearsed: the chosen time, in a rehearsal.
    ///   - clockChecked: that somebody has looked at the clock. Else a command is refused
    ///     (`clock-ahead`) where nobody saw to the ledger for 31 days: a clock that is ahead bars all
    ///     that is recorded after it.
    /// - Returns: nil where all that was asked for held already.
    @discardableResult
    public func record(
        _ lines: String, signedBy key: Key, commandID id: String? = nil, at rehearsed: Date? = nil,
        clockChecked: Bool = false
    ) throws(LedgerError) -> Receipt? {
        try telling {
            let lines = try EventLine.lines(of: lines)
            let request = Request(
                lines.map(\.proposal), commandID: try commandID(id),
                time: try recordingTime(rehearsed, isChecked: clockChecked))
            do {
                return Receipt(try inner.record(request, signedBy: key.signing))
            } catch {
                throw LedgerError(error, in: lines)
            }
        }
    }
}

extension Receipt {
    fileprivate init?(_ recorded: Recorded) {
        guard let receipt = recorded.receipt else { return nil }
        let last = receipt.size.count
        positions = receipt.first.index..<last
        recordedAt = Date(
            timeIntervalSince1970: Double(receipt.recordedAt.milliseconds) / 1000)
        size = receipt.size.count
        root = receipt.root.bytes
        isDuplicate = receipt.isDuplicate
        warnings = recorded.warnings.map(\.kind)
    }
}
