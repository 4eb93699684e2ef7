import Tables

/// What `help` and `--help` print of a command, from the parser's description of it.
package struct HelpPage {
    /// With what leads to it, as it is called.
    private let name: String
    private let described: CommandDescription
    private let groups: [CommandGroup]
    private let shared: Set<String>
    private let words: any Wording
    private let width: Int

    /// The commands below one, under one heading or under none.
    package struct CommandGroup {
        let heading: String?
        let commands: [(name: String, abstract: String)]

        package init(_ heading: String?, _ commands: [(name: String, abstract: String)]) {
            self.heading = heading
            self.commands = commands
        }
    }

    /// - Parameters:
    ///   - name: of the command, from `liggare` on.
    ///   - groups: of the commands below it.
    ///   - shared: the long options of every command, which come last.
    ///   - width: of the terminal.
    package init(
        of name: String, _ described: CommandDescription, _ groups: [CommandGroup],
        shared: Set<String>, in words: any Wording, width: Int
    ) {
        self.name = name
        self.described = described
        self.groups = groups
        self.shared = shared
        self.words = words
        self.width = max(width, 40)
    }

    package var text: String {
        var parts = [paragraphs(described.abstract)]
        if let discussion = described.discussion { parts.append(paragraphs(discussion)) }
        parts.append(usage)
        let own = described.arguments.filter { !isOfAll($0) }
        parts += section(words.argumentsHeading, own.filter(\.isPositional))
        parts += section(words.optionsHeading, own.filter { !$0.isPositional })
        for group in groups {
            parts += section((group.heading ?? words.commandsHeading) + ":", group.commands)
        }
        parts += section(words.sharedOptionsHeading, described.arguments.filter(isOfAll))
        if !groups.isEmpty { parts.append(words.moreHelp(name)) }
        return parts.joined(separator: "\n\n")
    }

    private func isOfAll(_ argument: CommandDescription.Argument) -> Bool {
        argument.longName.map(shared.contains) ?? false
    }

    private var usage: String {
        let needed = described.arguments.filter {
            (!$0.isOptional || $0.isPositional) && !isOfAll($0)
        }
        let parts =
            [name] + needed.map { $0.isOptional ? "[\($0.shown)]" : $0.shown }
            + (groups.isEmpty ? [] : [words.commandPlace]) + [words.optionsPlace]
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
    private func section(_ heading: String, _ items: [(name: String, abstract: String)]) -> [String]
    {
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
