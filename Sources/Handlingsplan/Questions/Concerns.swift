import Coordinates

extension LedgerReading {
    /// All that should be looked at in the ledger as it stands at a moment, however long ago it
    /// came to be: what the documents give rise to, then the committees, the actions and the
    /// guidelines, each by number. Of actions, those that are open; of documents, what was missed
    /// stays missed when they are repealed. What hangs on single acts, such as a decision that
    /// nobody named, is for who reads the log.
    package func concerns(at moment: Moment) throws(Failure) -> [Warning] {
        let documents = try documents()
        let register = CommitteeRegister(try committees(), at: moment)
        let period = try settings().cutOffs(at: moment).lastPeriod(by: moment.effective)
        var endings = register.all.compactMap { Ending(of: register[$0], in: register) }
        var actionsByDocument: [DocumentNumber: [ActionNumber]] = [:]
        var ofActions: [Warning] = []
        for story in try actions() {
            for index in endings.indices { endings[index].take(story) }
            guard story.standing(at: moment) == .open else { continue }
            let document = story.document.value(at: moment).map { documents[Int($0.value) - 1] }
            if let document { actionsByDocument[document.number, default: []].append(story.number) }
            ofActions += story.concerns(in: register, document, since: period?.first)
        }
        var concerns: [Warning] = []
        let goals = Dictionary(grouping: try goals()) { $0.goal.value(at: moment)?.document }
        for story in documents {
            concerns += story.concerns(in: register, open: actionsByDocument[story.number] ?? [])
            if story.standing(at: moment) == .adopted {
                concerns += (goals[story.number] ?? []).flatMap { $0.concerns(at: moment) }
            }
        }
        concerns += endings.compactMap(\.concern)
        concerns += ofActions
        for story in try guidelines() { concerns += story.concerns(in: register) }
        return concerns
    }
}

extension ActionStory {
    /// Of an action that is open.
    fileprivate func concerns(
        in register: CommitteeRegister, _ plan: DocumentStory?, since day: CalendarDate?
    ) -> [Warning] {
        let moment = register.moment
        var concerns = (responsible.value(at: moment) ?? .nobody)
            .warnings(of: number, in: register)
        if let deadline = deadline.value(at: moment) {
            concerns += deadline.warnings(of: number, in: plan, at: moment)
        } else {
            concerns.append(.noDeadline(number))
        }
        if isCompleted(in: register) {
            if !isReportedBack(in: register) {
                concerns.append(.completedNotReportedBack(number))
            } else if isCompletedAndOpen(in: register) {
                concerns.append(.reportedBackNotClosed(number))
            }
        }
        return concerns + (day.map { staleShares(since: $0, in: register) } ?? [])
    }
}

extension DocumentStory {
    /// - Parameter open: the open actions in it.
    fileprivate func concerns(
        in register: CommitteeRegister, open: [ActionNumber]
    ) -> [Warning] {
        let moment = register.moment
        if standing.isCorrectedAway(at: moment.known) {
            return open.isEmpty ? [] : [.documentCorrectedAway(slug)]
        }
        var concerns: [Warning] = []
        switch standing(at: moment) {
        case .adopted:
            concerns += validityWarning(at: moment).map { [$0] } ?? []
            concerns += cycle.value(at: moment)?.deadline.warnings(at: moment) ?? []
        case .repealed where !open.isEmpty: concerns.append(.openInRepealed(slug, open))
        case .repealed, nil: break
        }
        return concerns
            + followUps(in: register, through: moment.effective)
            .filter { $0.state == .missed }
            .map { .followUpMissed(slug, due: $0.occurrence.due) }
    }
}

extension GoalStory {
    fileprivate func concerns(at moment: Moment) -> [Warning] {
        goal.value(at: moment)?.deadline?.warnings(at: moment) ?? []
    }
}

extension GuidelineStory {
    /// Of a guideline that somebody has yet to answer. Where no latest day is known, the answer is
    /// awaited from the start.
    fileprivate func concerns(in register: CommitteeRegister) -> [Warning] {
        let moment = register.moment
        let unanswered = unanswered(in: register)
        guard !unanswered.isEmpty else { return [] }
        let deadline = guideline.value(at: moment)?.deadline
        let concerns = deadline?.warnings(at: moment) ?? []
        if let latest = deadline?.reading?.latest, latest >= moment.effective { return concerns }
        return concerns + unanswered.map { .guidelineUnanswered(number, $0.code) }
    }
}
