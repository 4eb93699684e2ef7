import Coordinates
import EntryLog
import Handlingsplan
import Registry
import TransparencyLog

/// What was recorded, or in a trial, what would be.
struct ReceiptOutput: Output {
    let recorded: Recorded
    let isRehearsal: Bool

    init(_ recorded: Recorded, isRehearsal: Bool) {
        self.recorded = recorded
        self.isRehearsal = isRehearsal
    }

    private var events: [Event] { recorded.acts.flatMap(\.events) }

    var text: String {
        var lines = [Texts.receipt(recorded.receipt)]
        lines += events.map { event in
            "  " + Texts.event(event, code: { recorded.register.code(of: $0).description })
        }
        if let receipt = recorded.receipt { lines.append(Texts.tree(receipt)) }
        lines += recorded.warnings.map { Texts.warningMark + Texts.warning($0) }
        return lines.joined(separator: "\n")
    }

    var content: any Encodable {
        ReceiptContent(recorded, events, isRehearsal: isRehearsal)
    }
}

private struct ReceiptContent: Encodable {
    /// Left out in a trial, as is what follows from it.
    let position: UInt64?
    let recordedAt: String?
    let size: UInt64?
    let root: String?
    let duplicate: Bool
    let dryRun: Bool
    let rehearsal: Bool
    let events: Int
    let warnings: [String]
    /// The numbers of what was created, if anything was.
    let committee: UInt32?
    let plan: UInt32?
    let action: UInt32?
    let actions: [UInt32]?

    init(_ recorded: Recorded, _ events: [Event], isRehearsal: Bool) {
        let receipt = recorded.receipt
        position = receipt?.first.index
        recordedAt = receipt?.recordedAt.rfc3339
        size = receipt?.size.count
        root = receipt.map { base64($0.root.bytes) }
        duplicate = receipt?.isDuplicate ?? false
        dryRun = receipt == nil
        rehearsal = isRehearsal
        self.events = events.count
        warnings = recorded.warnings.map(Texts.warning)
        var committee: UInt32?
        var plan: UInt32?
        var actions: [UInt32] = []
        for event in events {
            switch event {
            case .committeeEstablished(let number, _): committee = number.value
            case .planAdopted(let number, _, _): plan = number.value
            case .actionDecided(let number, _, _): actions.append(number.value)
            default: break
            }
        }
        self.committee = committee
        self.plan = plan
        // A plan with actions gives several, an action decided by itself gives one.
        action = plan == nil ? actions.first : nil
        self.actions = plan != nil && !actions.isEmpty ? actions : nil
    }
}
