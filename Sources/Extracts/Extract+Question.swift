package import Coordinates
package import Handlingsplan

extension Extract {
    /// What an extract answers.
    package struct Question: Hashable, Sendable {
        package enum Subject: Hashable, Sendable {
            /// An action's whole story.
            case action(ActionNumber)
            /// A committee's board.
            case committee(CommitteeCode)
        }

        package let subject: Subject
        package let moment: Moment

        package init(_ subject: Subject, at moment: Moment) {
            self.subject = subject
            self.moment = moment
        }
    }
}

extension LedgerReading {
    /// The entries, ascending, that the answer rests on, without entry 0.
    ///
    /// For a committee, those of every action that it, or one before it, was ever made responsible
    /// for: whether one still is, only its story tells.
    /// - Throws: `NoSuchCommittee`; as the ledger does that cannot be read.
    package func grounds(of question: Extract.Question) throws -> [Position] {
        let known = question.moment.known
        switch question.subject {
        case .action(let number): return try grounds(of: [number], upTo: known)
        case .committee(let code):
            let register = CommitteeRegister(try committees(), at: question.moment)
            let committee = try register.required(code).number
            return try grounds(
                of: actions(everAnsweredBy: committee, in: register), upTo: known)
        }
    }
}

// MARK: - The text

extension Extract.Question: CustomStringConvertible {
    /// Three lines, as they stand in an extract.
    package var description: String {
        let subject =
            switch subject {
            case .action(let number): "action \(number)"
            case .committee(let code): "committee \(code)"
            }
        return "of \(subject)\neffective \(moment.effective)\nknown \(moment.known)\n"
    }

    /// Nil unless the lines are exactly what ``description`` gives for some question.
    init?(lines: some Sequence<Substring>) {
        var words = lines.map { $0.split(separator: " ", omittingEmptySubsequences: false) }[...]
        func next(_ keyword: String, _ count: Int) -> ArraySlice<Substring>? {
            guard let line = words.popFirst(), line.count == count + 1, line[0] == keyword else {
                return nil
            }
            return line.dropFirst()
        }
        guard let of = next("of", 2), let subject = Subject(String(of[1]), String(of[2])),
            let effective = next("effective", 1).flatMap({ CalendarDate(String($0[1])) }),
            let known = next("known", 1).flatMap({ UInt64($0[1]) }), words.isEmpty
        else { return nil }
        self.init(subject, at: Moment(effective: effective, known: Position(known)))
        let text = lines.map { $0 + "\n" }.joined()
        guard text.utf8.elementsEqual(description.utf8) else { return nil }
    }
}

extension Extract.Question.Subject {
    fileprivate init?(_ kind: String, _ name: String) {
        switch kind {
        case "action":
            guard let number = UInt32(name), number > 0 else { return nil }
            self = .action(ActionNumber(number))
        case "committee":
            guard let code = CommitteeCode(name) else { return nil }
            self = .committee(code)
        default: return nil
        }
    }
}
