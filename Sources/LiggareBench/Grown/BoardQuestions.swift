import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import Views

/// What lay on a committee's table on a day, as it was known at a position?
struct BoardQuestion {
    let committee: CommitteeNumber
    let code: CommitteeCode
    let moment: Moment
    /// The day on which that position was recorded.
    let known: CalendarDate
}

/// Random questions, the same for the same ledger.
struct BoardQuestions {
    private var chance = Chance(seed: 7)
    private let calendar: LedgerCalendar
    /// In the order in which they were established.
    private let committees: [CommitteeStory]
    /// Those that others became part of.
    private let merged: Set<CommitteeNumber>
    private let days: ClosedRange<CalendarDate>

    init(of ledger: Ledger, _ views: ViewSet) throws {
        let calendar = try ledger.calendar(in: views)
        self.calendar = calendar
        let last = try ledger.log.read { calendar.date(of: $0.head.recordedAt) }
        committees = try views.committees()
        merged = Set(committees.compactMap(\.successor))
        days = committees[0].established.effective...last
    }

    /// About a committee that is in force at the moment: another's board is mostly empty.
    mutating func next(in log: borrowing LogSnapshot) throws -> BoardQuestion {
        while true {
            let question = try any(in: log)
            let story = committees[Int(question.committee.value) - 1]
            if story.isInForce(at: question.moment) { return question }
        }
    }

    /// About a committee that had been recorded by the position that the question is about.
    private mutating func any(in log: borrowing LogSnapshot) throws -> BoardQuestion {
        let first = committees[0].established.position.index
        let known = Position(.random(in: first..<log.size.count, using: &chance))
        let recorded = committees.prefix { $0.established.position <= known }
        let committee = recorded[chance.index(below: recorded.count)]
        let length = Int(days.upperBound.daysSinceEpoch - days.lowerBound.daysSinceEpoch)
        let effective = days.lowerBound.advanced(byDays: chance.index(below: length + 1))!
        return BoardQuestion(
            committee: committee.number,
            code: committee.naming.items[0].value.code,
            moment: Moment(effective: effective, known: known),
            known: calendar.date(of: try log.entry(at: known) { $0.recordedAt }))
    }

    fileprivate func isUnmerged(_ question: BoardQuestion) -> Bool {
        !merged.contains(question.committee)
    }
}

extension CommitteeStory {
    fileprivate var established: Stamp { standing.items[0].stamp }

    /// The committee that it ever became part of.
    fileprivate var successor: CommitteeNumber? {
        for case .dissolved(let successor?) in standing.items.map(\.value) { return successor }
        return nil
    }
}

extension Ledger {
    func boardQuestions(_ count: Int) throws -> [BoardQuestion] {
        try read { log, views in
            var questions = try BoardQuestions(of: self, views)
            return try (0..<count).map { _ in try questions.next(in: log) }
        }
    }

    /// Questions about committees that no others had become part of.
    func unmergedBoardQuestions(_ count: Int) throws -> [BoardQuestion] {
        try read { log, views in
            var questions = try BoardQuestions(of: self, views)
            var found: [BoardQuestion] = []
            while found.count < count {
                let question = try questions.next(in: log)
                if questions.isUnmerged(question) { found.append(question) }
            }
            return found
        }
    }
}
