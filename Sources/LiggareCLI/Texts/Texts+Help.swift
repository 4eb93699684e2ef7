extension Texts {
    static let usageHeading = "Usage:"
    static let argumentsHeading = "What it takes:"
    static let optionsHeading = "Options:"
    static let sharedOptionsHeading = "Options of every command:"
    static let commandsHeading = "Commands"
    static let commandPlace = "<command>"
    static let optionsPlace = "[options]"
    static let helpOption = "Show this."
    static let versionOption = "Show the version."

    static func moreHelp(_ names: String) -> String {
        let rest = names.split(separator: " ").dropFirst().map { " " + $0 }.joined()
        return "More about a command: liggare help\(rest) <command>"
    }

    static func argument(_ text: String, oneOf words: [String], _ standard: String?) -> String {
        let choice = words.isEmpty ? "" : " One of: \(words.joined(separator: ", "))."
        return text + choice + (standard.map { " By default \($0)." } ?? "")
    }
}
