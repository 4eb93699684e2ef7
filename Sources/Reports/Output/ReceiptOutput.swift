import Answers
import Coordinates
import EntryLog
import Handlingsplan
package import Registry
import TransparencyLog
package import Views

/// What was recorded, or in a trial, what would be.
package struct ReceiptOutput: Output {
    package let recorded: Recorded
    package let isRehearsal: Bool
    private let names: Names

    /// - Parameter after: the ledger as it then is, for naming things.
    /// - Throws: what reading the views throws.
    package init(_ recorded: Recorded, _ after: ViewSet, isRehearsal: Bool) throws {
        self.recorded = recorded
        self.isRehearsal = isRehearsal
        names = try Names(
            of: after,
            at: Moment(
                effective: recorded.acts.last?.effective ?? .endOfCalendar,
                known: after.size.last ?? Position(0)))
    }

    private var events: [Event] { recorded.acts.flatMap(\.events) }

    package func text(in words: any Wording) -> String {
        var lines = [words.receipt(recorded.receipt, hasEvents: !events.isEmpty)]
        lines += events.map { indented(words.event($0, names), by: 2) }
        if let receipt = recorded.receipt { lines.append(words.tree(receipt)) }
        lines += words.warningLines(recorded.warnings)
        return lines.joined(separator: "\n")
    }

    package func content(in words: any Wording) -> any Encodable {
        ReceiptContent(recorded, events, isRehearsal: isRehearsal, in: words)
    }
}

private struct ReceiptContent: Encodable {
    /// Left out in a trial, as is what follows from it.
    let position: UInt64?
    let recordedAt: String?
    let size: UInt64?
    let root: String?
    let duplicate: Bool
    /// Nothing was recorded: it was a trial, or all that was asked for held already.
    let dryRun: Bool
    let rehearsal: Bool
    let events: Int
    let warnings: [WarningOutput]
    /// The numbers of what was created, if anything was.
    var committee: UInt32?
    var plan: UInt32?
    var policy: UInt32?
    var area: UInt32?
    var goal: UInt32?
    var action: UInt32?
    var actions: [UInt32]?
    var guideline: UInt32?
    var indicator: UInt32?

    init(
        _ recorded: Recorded, _ events: [Event], isRehearsal: Bool, in words: any Wording
    ) {
        let receipt = recorded.receipt
        position = receipt?.first.index
        recordedAt = receipt?.recordedAt.rfc3339
        size = receipt?.size.count
        root = receipt.map { base64($0.root.bytes) }
        duplicate = receipt?.isDuplicate ?? false
        dryRun = receipt == nil
        rehearsal = isRehearsal
        self.events = events.count
        warnings = recorded.warnings.map { WarningOutput($0, in: words) }
        for event in events { note(event) }
    }

    /// Of several of a kind, the first; of actions all.
    private mutating func note(_ event: Event) {
        switch event {
        case .committeeEstablished(let number, _, _): committee = committee ?? number.value
        case .policyAdopted(let number, _): policy = policy ?? number.value
        case .planAdopted(let number, _): plan = plan ?? number.value
        case .areaDefined(let number, _, _): area = area ?? number.value
        case .goalSet(let number, _): goal = goal ?? number.value
        case .actionDecided(let number, _):
            action = action ?? number.value
            actions = (actions ?? []) + [number.value]
        case .guidelineIssued(let number, _): guideline = guideline ?? number.value
        case .indicatorDefined(let number, _): indicator = indicator ?? number.value
        default: break
        }
    }
}
