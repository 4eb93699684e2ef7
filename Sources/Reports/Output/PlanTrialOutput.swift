import Answers
import Coordinates
package import Exchange
import Handlingsplan
package import Registry
import Tables

/// What a document was found to hold, and would lead to.
package struct PlanTrialOutput: TabularOutput {
    package let document: PlanDocument
    package let trial: Recorded
    package let file: String
    package let isRehearsal: Bool

    package init(document: PlanDocument, trial: Recorded, file: String, isRehearsal: Bool) {
        self.document = document
        self.trial = trial
        self.file = file
        self.isRehearsal = isRehearsal
    }

    /// The deadline of each action, where it would be recorded; by the action's title.
    private var deadlines: [String: Deadline] {
        var titles: [ActionNumber: String] = [:]
        var deadlines: [String: Deadline] = [:]
        for event in trial.acts.flatMap(\.events) {
            if case .actionDecided(let number, let action) = event { titles[number] = action.title }
            if case .deadlineSet(let number, let deadline) = event, let title = titles[number] {
                deadlines[title] = deadline
            }
        }
        return deadlines
    }

    package func blocks(in words: any Wording) -> [Block] {
        var table = Table([
            .init(words.heading(.line), isNumber: true), .init(words.heading(.latest)),
            .init(words.heading(.action), wrapsAt: 60, rank: 0),
            .init(words.heading(.deadline), wrapsAt: 30, rank: 2),
        ])
        let deadlines = deadlines
        for action in document.actions {
            table.add([
                .number(action.line), words.latest(deadlines[action.title]), .text(action.title),
                .text(action.deadline),
            ])
        }
        let remarks =
            words.otherLines(of: document)
            + trial.warnings.map { words.warningLine(words.warning($0)) }
        return [.text(words.foundPlan(document, file: file)), .table(table)]
            + (remarks.isEmpty ? [] : [.text(remarks.joined(separator: "\n"))])
    }

    package func content(in words: any Wording) -> any Encodable {
        let deadlines = deadlines
        return Content(
            line: document.line,
            actions: document.actions.map { action in
                Content.Action(
                    line: action.line, title: action.title,
                    due: Nullable(deadlines[action.title].map(DeadlineContent.init)))
            },
            headings: document.headings.map(Content.Line.init),
            unplaced: document.unplaced.map(Content.Line.init),
            warnings: trial.warnings.map { WarningOutput($0, in: words) }, dryRun: true,
            rehearsal: isRehearsal)
    }

    private struct Content: Encodable {
        struct Action: Encodable {
            let line: Int
            let title: String
            let due: Nullable<DeadlineContent>
        }

        struct Line: Encodable {
            let line: Int
            let text: String

            init(_ found: PlanDocument.FoundLine) {
                line = found.line
                text = found.text
            }
        }

        let line: Int
        let actions: [Action]
        let headings: [Line]
        let unplaced: [Line]
        let warnings: [WarningOutput]
        let dryRun: Bool
        let rehearsal: Bool
    }
}
