import Coordinates

// What cells say.

extension PlanImporter {
    /// Names or codes, separated by commas and the like; "alla" and "inom samtliga nämnder" are
    /// all.
    func readAssignees(_ text: String) throws(Rejection) -> Assignees {
        var words = text.lowercased().split { $0.isWhitespace || $0 == "." }
        if words.first == "inom" { words.removeFirst() }
        if [["alla"], ["samtliga"], ["alla", "nämnder"], ["samtliga", "nämnder"]].contains(words) {
            return .all
        }
        if let code = committee(text) { return .committees([code]) }
        var codes: [CommitteeCode] = []
        for part in text.split(whereSeparator: { ",;/+\n".contains($0) }) {
            // A code can have "&" in it, and a name "och".
            for name in committee(part) == nil ? part.conjoined : [part.trimmed] {
                guard let code = committee(name) else {
                    throw .unreadCell(.responsible, text: text)
                }
                codes.append(code)
            }
        }
        if codes.isEmpty { throw .unreadCell(.responsible, text: text) }
        return .committees(codes)
    }

    private func committee(_ text: some StringProtocol) -> CommitteeCode? {
        let name = Substring(text).trimmed
        if let code = plan.owners[name.lowercased()] { return code }
        let register = decider.register
        return register.inForce.first { number in
            let naming = register[number].naming(at: moment)
            return naming.code.description == name.uppercased()
                || naming.name.lowercased() == name.lowercased()
        }.map(register.code(of:))
    }

    /// A table has one status for an action: it is recorded for each committee that answers.
    mutating func report(
        _ text: String?, of number: ActionNumber, by committees: [CommitteeNumber]
    ) throws(Rejection) {
        guard let text else { return }
        guard let status = readStatus(text) else { throw .unreadCell(.status, text: text) }
        if committees.isEmpty {
            decider.warnings.append(.statusWithoutResponsible(number, text: text))
        }
        for committee in committees {
            let register = decider.register
            try decider.checkInForce(register[committee], register.code(of: committee))
            events.append(.statusReported(number, committee, StatusReport(status)))
        }
    }
}

extension Substring {
    /// Without blanks at either end.
    var trimmed: String {
        var text = self
        while text.first?.isWhitespace ?? false { text = text.dropFirst() }
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }

    /// What stands between "och" and "&".
    fileprivate var conjoined: [String] {
        replacing("&", with: " & ").split(whereSeparator: \.isWhitespace)
            .split { $0 == "&" || $0 == "och" }
            .map { $0.joined(separator: " ") }
    }
}
