package struct NewIndicator: Hashable, Sendable {
    package let name: String
    package let unit: String?
    package let goal: GoalNumber?
    package let action: ActionNumber?

    package init(
        name: String, unit: String? = nil, goal: GoalNumber? = nil, action: ActionNumber? = nil
    ) {
        self.name = name
        self.unit = unit
        self.goal = goal
        self.action = action
    }
}
