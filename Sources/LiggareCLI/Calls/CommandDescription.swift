import ArgumentParser
import FoundationEssentials
import Reports

/// A command as the argument parser describes it for programs (`--experimental-dump-help`).
struct CommandDescription: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    private let all: [Argument]?

    private enum CodingKeys: String, CodingKey {
        case commandName, abstract, discussion
        case all = "arguments"
    }

    var arguments: [Argument] { (all ?? []).filter(\.shouldDisplay) }

    struct Argument: Decodable {
        let kind: String
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
        let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool

        struct Name: Decodable {
            let kind: String
            let name: String

            var written: String { (kind == "long" ? "--" : "-") + name }
        }
    }

    private struct Dump: Decodable { let command: CommandDescription }

    /// Of the one command: to describe all takes a while.
    static func of(_ command: any ParsableCommand.Type) -> CommandDescription? {
        try? JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8)).command
    }
}

extension CommandDescription.Argument {
    var isPositional: Bool { kind == "positional" }

    var longName: String? { names?.first { $0.kind == "long" }?.name }

    /// As the help has it: with the short name, and whether there may be several.
    var shown: String {
        let short = names?.first { $0.kind == "short" }.map { $0.written + ", " } ?? ""
        return short + synopsis + (isRepeating ? " ..." : "")
    }

    var told: ArgumentTold {
        ArgumentTold(
            synopsis: synopsis, valueName: valueName ?? "", words: allValues ?? [],
            help: abstract ?? "")
    }

    /// As it is written in a call: `--effective <date>`, `<committee>`, `--follow`.
    var synopsis: String {
        let value = "<\(valueName ?? "")>"
        switch kind {
        case "positional": return value
        case "flag": return longName.map { "--" + $0 } ?? ""
        default: return (longName.map { "--" + $0 } ?? "") + " " + value
        }
    }
}
