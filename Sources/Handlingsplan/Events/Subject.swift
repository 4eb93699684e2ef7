package import Coordinates

/// What an event is about; its story is the one that the event changes.
package enum Subject: Hashable, Sendable {
    case committee(CommitteeNumber)
    case document(DocumentNumber)
    case area(AreaNumber)
    case goal(GoalNumber)
    case action(ActionNumber)
    case guideline(GuidelineNumber)
    case indicator(IndicatorNumber)
    case entry(Position)
    case settings
    /// The log itself: which of its entries are void, its clock, its format.
    case log
    /// Who may record.
    case keys
}

extension Subject {
    /// The thing's number; nil for what has none.
    var number: UInt32? {
        switch self {
        case .committee(let number): number.value
        case .document(let number): number.value
        case .area(let number): number.value
        case .goal(let number): number.value
        case .action(let number): number.value
        case .guideline(let number): number.value
        case .indicator(let number): number.value
        case .entry, .settings, .log, .keys: nil
        }
    }
}

extension Bearer {
    package var subject: Subject {
        switch self {
        case .committee(let number): .committee(number)
        case .document(let number): .document(number)
        case .action(let number): .action(number)
        }
    }
}
