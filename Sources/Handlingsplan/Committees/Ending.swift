import Coordinates

/// A committee that ends without a successor, or was corrected away, and what is left with it.
struct Ending {
    private let committee: CommitteeNumber
    private let isCorrectedAway: Bool
    /// Of the day of the end, where that is yet to come.
    private let register: CommitteeRegister
    private var left: [ActionNumber] = []

    /// Nil for a committee that, as is known, does not end so.
    init?(of story: CommitteeStory, in register: CommitteeRegister) {
        let moment = register.moment
        committee = story.number
        isCorrectedAway = story.standing.isCorrectedAway(at: moment.known)
        if isCorrectedAway {
            self.register = register
            return
        }
        guard let last = Array(story.standing.everKnown(at: moment.known)).last else { return nil }
        switch last.value {
        case .established, .dissolved(successor: _?): return nil
        case .dissolved(successor: nil), .split:
            let day = max(moment.effective, last.stamp.effective)
            self.register = register.on(day)
        }
    }

    mutating func take(_ story: ActionStory) {
        if story.isLeft(by: committee, in: register) { left.append(story.number) }
    }

    /// Nil where nothing is left.
    var concern: Warning? {
        if left.isEmpty { return nil }
        let code = register.code(of: committee)
        return isCorrectedAway ? .committeeCorrectedAway(code) : .actionsLeft(code, left)
    }
}

extension Timeline {
    /// True of the timeline that a story began with, once that beginning was recorded and then
    /// corrected away.
    func isCorrectedAway(at known: Position) -> Bool {
        items.first.map { $0.stamp.position <= known } ?? false && first(known: known) == nil
    }
}
