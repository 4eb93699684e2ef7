package import Coordinates

/// An exact decimal number: `significand` × 10^−`decimals`.
package struct Quantity: Hashable, Sendable, CustomStringConvertible {
    package let significand: Int64
    /// 0 to 9.
    package let decimals: Int

    package init?(significand: Int64, decimals: Int) {
        guard (0...9).contains(decimals) else { return nil }
        self.significand = significand
        self.decimals = decimals
    }

    /// Reads `1171`, `12.5` or `-3`; decimals are kept as they are written.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isNegative = text.first == "-"
        guard (1...2).contains(parts.count), let whole = parts.first,
            Self.areDigits(isNegative ? whole.dropFirst() : whole),
            parts.count == 1 || Self.areDigits(parts[1])
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard let significand = Int64(whole + fraction) else { return nil }
        self.init(significand: significand, decimals: fraction.count)
    }

    private static func areDigits(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// With a full stop for the decimal mark, and as many decimals as it was written with.
    package var description: String {
        guard decimals > 0 else { return "\(significand)" }
        let digits = String(significand.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (significand < 0 ? "-" : "") + padded.dropLast(decimals) + "."
            + padded.suffix(decimals)
    }
}

extension Quantity {
    /// By value: 1 and 1.0 are written otherwise, and neither is less.
    package static func < (left: Quantity, right: Quantity) -> Bool {
        // Eighteen places either way fit into 128 bits.
        left.scaled < right.scaled
    }

    private var scaled: Int128 {
        (decimals..<9).reduce(Int128(significand)) { scaled, _ in scaled * 10 }
    }
}

/// What is counted or measured (nyckeltal).
package struct Indicator: Hashable, Sendable {
    package let document: DocumentNumber
    /// The goal or the action that it tells about, if it is one.
    package let goal: GoalNumber?
    package let action: ActionNumber?
    package let name: String
    /// "personer", "%"; nil where the document does not say.
    package let unit: String?

    package init(
        document: DocumentNumber, goal: GoalNumber? = nil, action: ActionNumber? = nil,
        name: String, unit: String? = nil
    ) {
        self.document = document
        self.goal = goal
        self.action = action
        self.name = name
        self.unit = unit
    }
}

/// What an indicator is to be in a period.
package struct Target: Hashable, Sendable {
    package enum Bound: String, Hashable, Sendable, CaseIterable {
        case atLeast = "at-least"
        case atMost = "at-most"
        case exactly
    }

    package let period: Period
    package let bound: Bound
    package let value: Quantity

    package init(period: Period, bound: Bound, value: Quantity) {
        self.period = period
        self.bound = bound
        self.value = value
    }

    package func isMet(by observed: Quantity) -> Bool {
        switch bound {
        case .atLeast: !(observed < value)
        case .atMost: !(value < observed)
        case .exactly: !(observed < value) && !(value < observed)
        }
    }
}

/// What an indicator was in a period, and who says so.
package struct Observation: Hashable, Sendable {
    package let period: Period
    package let value: Quantity
    /// "Cirka 1 200".
    package let isApproximate: Bool
    /// Verbatim: a web page, a register, a report.
    package let source: String
    /// The date that the source bears.
    package let sourceDate: CalendarDate?

    package init(
        period: Period, value: Quantity, isApproximate: Bool = false, source: String,
        sourceDate: CalendarDate? = nil
    ) {
        self.period = period
        self.value = value
        self.isApproximate = isApproximate
        self.source = source
        self.sourceDate = sourceDate
    }
}
