package import Handlingsplan
import TransparencyLog

/// The lists that actions were ever on: one row a list.
package enum ListRows: ListProjection {
    package typealias Number = ActionNumber
    package typealias Things = ActionRows
    package static let name = "lists"
    package static let version = 1

    /// 0 for what is laid on all committees; a committee's number; a document's, above 2^32.
    package static func key(of list: ActionList) -> UInt64 {
        switch list {
        case .allCommittees: 0
        case .committee(let number): UInt64(number.value)
        case .document(let number): (1 << 32) + UInt64(number.value)
        }
    }

    package static func listing(_ listed: Listed) -> Listing<ActionNumber>? {
        guard case .action(let number, let list) = listed else { return nil }
        return Listing(key: key(of: list), number: number)
    }

    package static func content<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [UInt64: Content] {
        var lists = [ActionList.allCommittees]
        lists += try ledger.committees().map { .committee($0.number) }
        lists += try ledger.documents().map { .document($0.number) }
        var content: [UInt64: Content] = [:]
        for list in lists { content[key(of: list)] = try ledger.actions(everOn: list).ifAny }
        return content
    }
}

/// The committees that were ever to be succeeded by another: one row a successor, by its number.
package enum SuccessionRows: ListProjection {
    package typealias Number = CommitteeNumber
    package typealias Things = CommitteeRows
    package static let name = "successions"
    package static let version = 1

    package static func listing(_ listed: Listed) -> Listing<CommitteeNumber>? {
        guard case .predecessor(let number, let successor) = listed else { return nil }
        return Listing(key: UInt64(successor.value), number: number)
    }

    package static func content<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [UInt64: Content] {
        var content: [UInt64: Content] = [:]
        for committee in try ledger.committees() {
            content[UInt64(committee.number.value)] =
                try ledger.committees(everSucceededBy: committee.number).ifAny
        }
        return content
    }
}

/// The committees that were ever given a code: one row a code, by the beginning of its hash.
package enum CodeRows: ListProjection {
    package typealias Number = CommitteeNumber
    package typealias Things = CommitteeRows
    package static let name = "codes"
    package static let version = 1

    /// Should two codes share one, the row has the committees of both, and their stories tell.
    package static func key(of code: CommitteeCode) -> UInt64 {
        Hash.leaf(Array(code.description.utf8).span.bytes).bytes.prefix(8)
            .reduce(0) { $0 << 8 | UInt64($1) }
    }

    package static func listing(_ listed: Listed) -> Listing<CommitteeNumber>? {
        guard case .code(let code, let number) = listed else { return nil }
        return Listing(key: key(of: code), number: number)
    }

    package static func content<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [UInt64: Content] {
        var content: [UInt64: Content] = [:]
        for naming in try ledger.committees().flatMap(\.naming.items) {
            let code = naming.value.code
            content[key(of: code)] = try ledger.committees(everCalled: code).ifAny
        }
        return content
    }
}

extension Array {
    fileprivate var ifAny: Self? { isEmpty ? nil : self }
}
