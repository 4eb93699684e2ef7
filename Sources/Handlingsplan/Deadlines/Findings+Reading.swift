import Coordinates

// What the findings mean together. Findings that contradict each other mean nothing.

extension Findings {
    func reading(given: CalendarDate?) -> DeadlineReading? {
        guard relations.count <= 1, receivers.count <= 1, areTimesAllowed else { return nil }
        let rhythm = recurrences.first
        guard recurrences.allSatisfy({ rhythm?.agrees(with: $0) ?? true }) else { return nil }
        if let rhythm { return reading(of: rhythm, given: given) }
        guard let mode = isOngoing ? .ongoing : mode else { return nil }
        guard !times.isEmpty else { return reading(mode, Span()) }
        let isList = times.contains { $0.isAmbiguousList }
        guard !isList, !isOngoing || times.allSatisfy(\.isBound) else { return nil }
        return Span(of: times, given: given).flatMap { reading(mode, $0) }
    }

    private var areTimesAllowed: Bool {
        relations.allSatisfy { relation in times.allSatisfy(relation.allows) }
    }

    /// Said by the times, else by the relation.
    private var mode: DeadlineReading.Mode? {
        switch times.count {
        case 0: relations.first?.mode
        case 1: times[0].mode
        default: .between
        }
    }

    /// Of the times, one may say when in each year, and the others between what ends.
    private func reading(of rhythm: RecurrencePart, given: CalendarDate?) -> DeadlineReading? {
        let bounds = times.filter(\.isBound)
        let occasions = times.filter { !$0.isBound }
        guard occasions.count <= 1,
            occasions.allSatisfy({ rhythm.every == .year && $0.isOccasion }),
            var span = Span(of: bounds, given: given)
        else { return nil }
        let occasion = occasions.first
        let end = relations.first { $0.isUntil }?.text ?? bounds.first { $0.isUntil }?.text
        let recurrence = Recurrence(
            every: rhythm.every, interval: rhythm.interval,
            on: occasion?.time.stretches.map(Occasion.init(_:)) ?? [], until: end)
        span.precision = occasion?.time.precision ?? span.precision
        span.assumptions += rhythm.assumptions
        span.assumptions += occasion?.time.assumptions.filter { $0 != .gapIncluded } ?? []
        let boundMode = isOngoing ? .ongoing : bounds.count > 1 ? .between : bounds.first?.mode
        let mode = occasion?.mode ?? rhythm.mode ?? boundMode ?? .during
        return reading(mode, span, recurrence)
    }

    private func reading(
        _ mode: DeadlineReading.Mode, _ span: Span, _ recurrence: Recurrence? = nil
    ) -> DeadlineReading {
        // What ends a rhythm is told there and not twice.
        let relation = relations.first { recurrence == nil || !$0.isUntil }
        return DeadlineReading(
            mode: mode, precision: span.precision, earliest: span.earliest, latest: span.latest,
            recurrence: recurrence, relation: relation?.text, receiver: receivers.first,
            assumptions: span.assumptions)
    }
}

extension TimePart {
    /// True of days that a rhythm can return to: no year is said, and some years have them.
    fileprivate var isOccasion: Bool {
        time.year == .unwritten && !time.stretches.isEmpty && isPossible
    }

    /// True of a time within which something goes on, or from or until which it does.
    fileprivate var isBound: Bool {
        switch mode {
        case .from: true
        case .between: time.year != .unwritten
        case .by: isUntil
        case .before: false
        case .during: time.precision.isYears
        case .ongoing: false
        }
    }

    /// True of a list that leaves open which of its items is the deadline.
    fileprivate var isAmbiguousList: Bool {
        time.stretches.count > 1 && (mode != .during || time.precision == .day)
    }
}
