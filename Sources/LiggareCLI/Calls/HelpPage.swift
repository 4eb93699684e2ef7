import ArgumentParser
import Reports
import Tables

/// What `help` and `--help` print of a command, from the parser's description of it.
struct HelpPage {
    private let path: [any ParsableCommand.Type]
    private let described: CommandDescription
    private let words: any Wording
    private let width: Int

    /// - Parameters:
    ///   - path: of commands, from the outermost; one alone may lie anywhere.
    ///   - width: of the terminal.
    init?(of path: [any ParsableCommand.Type], in words: any Wording, width: Int) {
        let whole = path.count == 1 ? Self.path(to: path[0], from: [Liggare.self]) ?? path : path
        guard let command = whole.last, let described = CommandDescription.of(command) else {
            return nil
        }
        (self.path, self.described) = (whole, described)
        self.words = words
        self.width = max(width, 40)
    }

    private static func path(
        to command: any ParsableCommand.Type, from path: [any ParsableCommand.Type]
    ) -> [any ParsableCommand.Type]? {
        guard let last = path.last, last != command else { return path }
        return last.configuration.subcommands.lazy
            .compactMap { Self.path(to: command, from: path + [$0]) }.first
    }

    var text: String {
        var parts = [paragraphs(described.abstract)]
        if let discussion = described.discussion { parts.append(paragraphs(discussion)) }
        parts.append(usage)
        let own = described.arguments.filter { !isOfAll($0) }
        parts += section(words.argumentsHeading, own.filter(\.isPositional))
        parts += section(words.optionsHeading, own.filter { !$0.isPositional })
        parts += commands
        parts += section(words.sharedOptionsHeading, described.arguments.filter(isOfAll))
        if hasCommands { parts.append(words.moreHelp(names)) }
        return parts.joined(separator: "\n\n")
    }

    private var names: String {
        path.compactMap { $0.configuration.commandName }.joined(separator: " ")
    }

    private var hasCommands: Bool { !path[path.count - 1].configuration.subcommands.isEmpty }

    private func isOfAll(_ argument: CommandDescription.Argument) -> Bool {
        argument.longName.map((LedgerOptions.names + ["version", "help"]).contains) ?? false
    }

    private var usage: String {
        let needed = described.arguments.filter {
            (!$0.isOptional || $0.isPositional) && !isOfAll($0)
        }
        let parts =
            [names] + needed.map { $0.isOptional ? "[\($0.shown)]" : $0.shown }
            + (hasCommands ? [words.commandPlace] : []) + [words.optionsPlace]
        let margin = "    "
        return wrapped(
            words.usageHeading + " " + parts.joined(separator: " "), at: width - margin.count
        ).joined(separator: "\n" + margin)
    }

    private func explained(_ argument: CommandDescription.Argument) -> String {
        switch argument.longName {
        // The parser's own.
        case "help": words.helpOption
        case "version": words.versionOption
        default:
            words.argument(
                argument.abstract ?? "", oneOf: argument.allValues ?? [], argument.defaultValue)
        }
    }

    /// In the groups that the configuration has.
    private var commands: [String] {
        let configuration = path[path.count - 1].configuration
        let grouped = configuration.groupedSubcommands.map { ($0.name, $0.subcommands) }
        let others = configuration.ungroupedSubcommands
        let groups = (others.isEmpty ? [] : [(words.commandsHeading, others)]) + grouped
        return groups.flatMap { name, commands in
            section(
                name + ":",
                commands.map {
                    ($0.configuration.commandName ?? "", $0.configuration.abstract)
                })
        }
    }

    private func paragraphs(_ text: String?) -> String {
        (text ?? "").split(separator: "\n\n", omittingEmptySubsequences: false)
            .map { wrapped(String($0), at: width).joined(separator: "\n") }
            .joined(separator: "\n\n")
    }

    private func section(
        _ heading: String, _ arguments: [CommandDescription.Argument]
    ) -> [String] {
        section(heading, arguments.map { ($0.shown, explained($0)) })
    }

    /// A heading, and names with what they are; nothing where there are none.
    private func section(_ heading: String, _ items: [(name: String, text: String)]) -> [String] {
        guard !items.isEmpty else { return [] }
        let margin = min(items.map(\.name.displayWidth).max() ?? 0, 22) + 4
        let lines = items.flatMap { name, text in
            let texts = wrapped(text, at: width - margin)
            let start = "  " + name
            let isShort = start.displayWidth + 2 <= margin
            let first = isShort ? [start.padded(to: margin) + (texts.first ?? "")] : [start]
            return first
                + texts.dropFirst(isShort ? 1 : 0).map { "".padded(to: margin) + $0 }
        }
        return [heading + "\n" + lines.joined(separator: "\n")]
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - displayWidth))
    }
}
