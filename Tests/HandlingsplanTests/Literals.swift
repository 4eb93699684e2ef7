package import Coordinates
package import Handlingsplan

// So that tables of examples read as a minute book does: "BUN", "2014-03-01", action 1.

extension CalendarDate: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = CalendarDate(text)! }
}

extension CommitteeCode: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = CommitteeCode(text)! }
}

extension Occasion: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = Occasion(text)! }
}

extension Period: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = Period(text)! }
}

extension DocumentSlug: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = DocumentSlug(text)! }
}

extension Position: ExpressibleByIntegerLiteral {
    package init(integerLiteral index: UInt64) { self = Position(index) }
}

extension TreeSize: ExpressibleByIntegerLiteral {
    package init(integerLiteral count: UInt64) { self = TreeSize(count) }
}

extension DenseNumber where Self: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: UInt32) { self.init(value) }
}

extension CommitteeNumber: ExpressibleByIntegerLiteral {}
extension DocumentNumber: ExpressibleByIntegerLiteral {}
extension AreaNumber: ExpressibleByIntegerLiteral {}
extension GoalNumber: ExpressibleByIntegerLiteral {}
extension ActionNumber: ExpressibleByIntegerLiteral {}
extension GuidelineNumber: ExpressibleByIntegerLiteral {}
extension IndicatorNumber: ExpressibleByIntegerLiteral {}

extension Assignees: ExpressibleByArrayLiteral {
    package init(arrayLiteral codes: CommitteeCode...) { self = .committees(codes) }
}
