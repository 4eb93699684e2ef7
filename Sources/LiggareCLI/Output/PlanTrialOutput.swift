import Coordinates
import Exchange
import Handlingsplan
import Registry

/// What a document was found to hold, and would lead to.
struct PlanTrialOutput: Output {
    let document: PlanDocument
    let trial: Recorded
    let file: String
    let isRehearsal: Bool

    init(_ document: PlanDocument, _ trial: Recorded, file: String, isRehearsal: Bool) {
        self.document = document
        self.trial = trial
        self.file = file
        self.isRehearsal = isRehearsal
    }

    /// The deadline of each action, as it would be recorded.
    private var deadlines: [Deadline?] {
        var deadlines: [Deadline?] = []
        for event in trial.acts.flatMap(\.events) {
            if case .actionDecided = event { deadlines.append(nil) }
            if case .deadlineSet(_, let deadline) = event {
                deadlines[deadlines.endIndex - 1] = deadline
            }
        }
        return deadlines
    }

    var text: String {
        var table = Table([
            .init(heading: "Line", isNumber: true), .init(heading: "Latest"),
            .init(heading: "Action", wrapsAt: 60), .init(heading: "Deadline", wrapsAt: 30),
        ])
        for (action, deadline) in zip(document.actions, deadlines) {
            table.add([
                String(action.line), Texts.latest(deadline), action.title, action.deadline ?? "",
            ])
        }
        let remarks =
            Texts.otherLines(of: document)
            + trial.warnings.map { Texts.warningMark + Texts.warning($0) }
        return
            ([Texts.foundPlan(document, file: file), table.text]
            + (remarks.isEmpty ? [] : [""] + remarks))
            .joined(separator: "\n")
    }

    var content: any Encodable {
        Content(
            line: document.line,
            actions: zip(document.actions, deadlines).map { action, deadline in
                Content.Action(
                    line: action.line, title: action.title,
                    due: Nullable(deadline.map(DeadlineContent.init)))
            },
            headings: document.headings.map(Content.Line.init),
            unplaced: document.unplaced.map(Content.Line.init),
            warnings: trial.warnings.map(Texts.warning), dryRun: true,
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
        let warnings: [String]
        let dryRun: Bool
        let rehearsal: Bool
    }
}
