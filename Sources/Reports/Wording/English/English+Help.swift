extension English {
    var usageHeading: String { "Usage:" }
    var argumentsHeading: String { "What it takes:" }
    var optionsHeading: String { "Options:" }
    var sharedOptionsHeading: String { "Options of every command:" }
    var commandsHeading: String { "Commands" }
    var commandPlace: String { "<command>" }
    var optionsPlace: String { "[options]" }
    var helpOption: String { "Show this." }
    var versionOption: String { "Show the version." }

    func heading(of group: CommandName.Group) -> String {
        switch group {
        case .setUp: "Set up"
        case .record: "Record"
        case .look: "Look"
        case .audit: "Audit"
        case .keep: "Keep"
        }
    }

    func moreHelp(_ names: String) -> String {
        let rest = names.split(separator: " ").dropFirst().map { " " + $0 }.joined()
        return "More about a command: liggare help\(rest) <command>"
    }

    func argument(_ text: String, oneOf words: [String], _ standard: String?) -> String {
        let choice = words.isEmpty ? "" : " One of: \(words.joined(separator: ", "))."
        return text + choice + (standard.map { " By default \($0)." } ?? "")
    }
}
