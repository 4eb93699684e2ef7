import Coordinates

// The rules on indicators.

extension Decider {
    mutating func define(
        _ indicator: NewIndicator, in slug: DocumentSlug
    ) throws(Rejection) -> [Event] {
        try check(indicator.name, .name)
        if let unit = indicator.unit { try check(unit, .unit) }
        let document = try document(slug)
        let goal = try goals(indicator.goal.map { [$0] } ?? []).first
        if let action = indicator.action { _ = try standing(of: action) }
        return [
            .indicatorDefined(
                IndicatorNumber(situation.counts.indicators + 1),
                Indicator(
                    document: document.number, goal: goal, action: indicator.action,
                    name: indicator.name, unit: indicator.unit))
        ]
    }

    func setTarget(_ number: IndicatorNumber, _ target: Target) throws(Rejection) -> [Event] {
        try checkDefined(number)
        return [.targetSet(number, target)]
    }

    func observe(
        _ number: IndicatorNumber, _ observation: Observation
    ) throws(Rejection) -> [Event] {
        try check(observation.source, .source)
        try checkDefined(number)
        try checkBegun(observation.period)
        return [.indicatorObserved(number, observation)]
    }

    private func checkDefined(_ number: IndicatorNumber) throws(Rejection) {
        let story = situation.indicators.first { $0.number == number }
        guard story?.indicator.value(at: moment) != nil else {
            throw .unknownIndicator(number, count: situation.counts.indicators)
        }
    }
}
