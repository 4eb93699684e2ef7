import Coordinates
import Handlingsplan
import Views

/// What acts are folded into, one after the other, wherever it is kept.
protocol ActFold: LedgerReading {
    /// Takes the next act.
    /// - Throws: `ImpossibleEvent`; what reading stored rows throws.
    mutating func take(_ recorded: RecordedAct) throws
    /// Takes the next entry, which is void.
    mutating func passOver(_ position: Position, _ reason: VoidReason) throws
}

extension LedgerState: ActFold {
    mutating func take(_ recorded: RecordedAct) throws { try evolve(recorded) }
}

extension ViewSet: ActFold {
    mutating func take(_ recorded: RecordedAct) throws { try apply(recorded) }
}
