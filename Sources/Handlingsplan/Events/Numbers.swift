/// The ledger's own numbers are dense and start at 1: action 17 is the 17th action decided. A
/// fold can therefore keep its rows in an array, and a person can say the number aloud.
package protocol DenseNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    var value: UInt32 { get }
    init(_ value: UInt32)
}

extension DenseNumber {
    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
    package var description: String { String(value) }
}

/// A committee's identity. It stays when the committee is renamed.
package struct CommitteeNumber: DenseNumber {
    package let value: UInt32
    package init(_ value: UInt32) { self.value = value }
}

/// A steering document (styrdokument): a policy or a plan.
package struct DocumentNumber: DenseNumber {
    package let value: UInt32
    package init(_ value: UInt32) { self.value = value }
}

/// A prioritised area (prioriterat område) of a steering document.
package struct AreaNumber: DenseNumber {
    package let value: UInt32
    package init(_ value: UInt32) { self.value = value }
}

package struct GoalNumber: DenseNumber {
    package let value: UInt32
    package init(_ value: UInt32) { self.value = value }
}

package struct ActionNumber: DenseNumber {
    package let value: UInt32
    package init(_ value: UInt32) { self.value = value }
}

package struct GuidelineNumber: DenseNumber {
    package let value: UInt32
    package init(_ value: UInt32) { self.value = value }
}

package struct IndicatorNumber: DenseNumber {
    package let value: UInt32
    package init(_ value: UInt32) { self.value = value }
}
