import Answers
import Audit
import Checkpoints
import Coordinates
import EntryLog
import Exchange
import Handlingsplan
import Tables
import TransparencyLog

/// What the command says to people, in English.
package let english: any Wording = English()

struct English: Wording {
    var rehearsal: String { "REHEARSAL: the recorded times in this ledger were chosen." }
    var emptyBoard: String { "No actions." }
    var emptyLog: String { "There is nothing to list: no entry is as asked for." }

    func boardName(_ board: Board) -> String {
        "\(board.committee.code)  \(board.committee.name)"
            + (board.dissolved.map { ", ended on \($0)" } ?? "")
    }

    func boardHeading(_ board: Board, told: CommitteeCode?) -> String {
        """
        \(boardName(board))\(told.map { ", as \($0) had been told" } ?? "")
        What held on \(board.moment.effective), as known at position \(board.moment.known).
        """
    }

    /// What the column of latest days shows.
    func latest(_ deadline: Deadline?) -> Cell {
        guard let deadline else { return "none" }
        guard let reading = deadline.reading else { return "unread" }
        return .day(reading.latest)
    }

    func status(_ row: Board.Row) -> String {
        let said = row.share.status.rawValue
        if !row.action.isOpen { return "\(said), \(standing(row.action.standing))" }
        return row.isOverdue ? "\(said), OVERDUE" : said
    }

    /// With the number that it has in the plan itself, if any.
    func title(_ action: ActionState) -> String {
        (action.localNumber.map { "\($0) " } ?? "") + action.title
    }

    /// The committees that answer, with a mark on the one that leads.
    func responsible(_ action: ActionState) -> String {
        action.shares.map { share in
            share.code.description + (share.code == action.lead ? " (lead)" : "")
        }.joined(separator: ", ")
    }

    func standing(_ standing: ActionStory.Standing) -> String {
        switch standing {
        case .open: "open"
        case .closed: "closed"
        case .writtenOff: "written off"
        case .superseded(let successor): "superseded by action \(successor)"
        }
    }

    func founded(_ founding: FoundingOutput) -> String {
        let key = founding.isNewKey ? "A new key for you is in" : "Your key is in"
        let name = "ledger \"\(founding.founding.name)\""
        let founded = founding.isAgain ? "The \(name) was founded before" : "Founded the \(name)"
        return """
            \(founded) in \(founding.directory).
            \(key) \(founding.keyPath). Keep a copy of it: nobody can make it again.
            ledger \(founding.id)
            key for auditors: \(founding.founding.verificationKey)
            """
    }

    func receipt(_ receipt: Receipt?, hasEvents: Bool) -> String {
        guard let receipt else {
            return hasEvents
                ? "Nothing was recorded. This would be:"
                : "Nothing was recorded: all of it holds already."
        }
        let first = receipt.first
        let last = receipt.size.last ?? first
        let places = first == last ? "position \(first)" : "positions \(first) to \(last)"
        return receipt.isDuplicate
            ? "Recorded before, at \(places), \(receipt.recordedAt). Nothing was appended."
            : "Recorded at \(places), \(receipt.recordedAt):"
    }

    func tree(_ receipt: Receipt) -> String {
        "  size \(receipt.size), root \(base64(receipt.root))"
    }
}

// MARK: Entries

extension English {
    func entry(_ entry: EntryAnswer) -> String {
        var lines = [
            "Entry \(entry.position), recorded \(entry.recordedAt)",
            "  command    \(entry.commandID)",
            "  key        \(entry.keyID)",
            "  signature  \(entry.isSigned ? "holds" : "DOES NOT HOLD")",
            "  seal       \(base64(entry.seal))",
            "  leaf       \(base64(entry.leaf))",
        ]
        if let time = entry.countsAs { lines.insert("  counts as recorded \(time)", at: 1) }
        if let reason = entry.void {
            let dealt = entry.dealtWithAt.map { ", \(dealtWith(at: $0))" } ?? ""
            lines.insert("  \(void(reason))\(dealt)", at: 1)
        }
        if let founding = entry.founding {
            lines += [
                "  founds     \(founding.name), \(founding.origin), \(founding.timeZone)",
                "  ledger     \(entry.leaf)",
                "  founder    \(base64(founding.founder.bytes))",
                "  own key    \(founding.verificationKey)",
            ]
        }
        if let act = entry.act {
            lines.append("  effective  \(act.effective)")
            if let decision = act.reference.decision { lines.append(fact("decision", decision)) }
            if let dnr = act.reference.dnr { lines.append(fact("dnr", dnr)) }
            if let note = act.reference.note { lines.append(fact("note", note)) }
        }
        lines += (entry.act?.events ?? []).map { fact("event", event($0, entry.names)) }
        if !entry.turns.isEmpty {
            lines.append("  counts     \(turns(entry.turns))")
        }
        return lines.joined(separator: "\n")
    }
}

extension English {
    private func fact(_ name: String, _ value: String) -> String {
        let blanks = String(repeating: " ", count: 11 - name.count)
        return "  " + name + blanks + indented(value, by: 13).dropFirst(13)
    }
}

// MARK: Documents

extension English {
    func foundPlan(_ document: PlanDocument, file: String) -> String {
        "Nothing was recorded. In \(file), the plan begins at line \(document.line), with "
            + "\(count(document.actions.count, "action")):"
    }

    var leftOut: String { "(left out)" }

    func foundTable(_ table: PlanTable, file: String) -> String {
        let separator =
            switch table.separator {
            case .semicolon: "semicolons"
            case .comma: "commas"
            case .tab: "tabs"
            }
        return "\(file) is in \(table.encoding.rawValue), separated by \(separator), with "
            + "\(count(table.rows.count, "action")) below line \(table.headingLine):"
    }

    func skippedLine(_ row: PlanTable.SkippedRow) -> String {
        "Line \(row.line) is above the headings, and not recorded: \(visible(row.text))"
    }

    func otherLines(of document: PlanDocument) -> [String] {
        document.headings.map {
            "Line \($0.line) is a heading, and not recorded: \(visible($0.text))"
        }
            + document.unplaced.map {
                "Line \($0.line) could not be placed: \(visible($0.text))"
            }
    }

    func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
    }
}
