import Coordinates

// The rules on settings.

extension Decider {
    func change(_ setting: Setting) throws(Rejection) -> [Event] {
        // Days are told apart by it: what was known at the end of a day that is over would change.
        if case .timeZone = setting, effective < situation.today {
            throw .zoneDatedBack(situation.today)
        }
        return [.settingChanged(setting)]
    }
}
