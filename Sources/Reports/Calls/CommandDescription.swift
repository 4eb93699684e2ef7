import FoundationEssentials

/// A command as the argument parser describes it for programs (`--experimental-dump-help`).
package struct CommandDescription: Decodable {
    let abstract: String?
    let discussion: String?
    private let all: [Argument]?

    private enum CodingKeys: String, CodingKey {
        case abstract, discussion
        case all = "arguments"
    }

    package var arguments: [Argument] { (all ?? []).filter(\.shouldDisplay) }

    package struct Argument: Decodable {
        let kind: String
        package let names: [Name]?
        package let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
        package let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool

        package struct Name: Decodable {
            let kind: String
            let name: String

            package var written: String { (kind == "long" ? "--" : "-") + name }
        }
    }

    private struct Dump: Decodable { let command: CommandDescription }

    /// - Parameter dump: the parser's, in JSON; nil where it is none.
    package init?(dump: String) {
        guard let dump = try? JSONDecoder().decode(Dump.self, from: Data(dump.utf8)) else {
            return nil
        }
        self = dump.command
    }
}

extension CommandDescription.Argument {
    package var isPositional: Bool { kind == "positional" }

    package var longName: String? { names?.first { $0.kind == "long" }?.name }

    /// As the help has it: with the short name, and whether there may be several.
    var shown: String {
        let short = names?.first { $0.kind == "short" }.map { $0.written + ", " } ?? ""
        return short + synopsis + (isRepeating ? " ..." : "")
    }

    package var told: ArgumentTold {
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
