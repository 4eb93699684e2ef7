import ArgumentParser
import Reports

// What the argument parser is told of commands and arguments, in the language of the user.

extension CommandConfiguration {
    init(
        _ command: CommandName, version: String = "",
        subcommands: [any ParsableCommand.Type] = [],
        groupedSubcommands: [CommandGroup] = [],
        defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) {
        let help = Surroundings.wording().help(of: command)
        self.init(
            commandName: command.lastWord,
            abstract: help.abstract, discussion: help.discussion,
            version: version, subcommands: subcommands, groupedSubcommands: groupedSubcommands,
            defaultSubcommand: defaultSubcommand)
    }
}

extension CommandGroup {
    init(_ group: CommandName.Group, _ subcommands: [any ParsableCommand.Type]) {
        self.init(name: Surroundings.wording().heading(of: group), subcommands: subcommands)
    }
}

extension ArgumentHelp {
    /// - Parameter value: the word for its form, by default the property's name.
    static func of(_ text: HelpText, _ value: String? = nil) -> ArgumentHelp {
        ArgumentHelp(Surroundings.wording().help(text), valueName: value)
    }
}

extension HelpPage {
    /// - Parameter path: of commands, from the outermost; one alone may lie anywhere.
    init?(of path: [any ParsableCommand.Type], in words: any Wording, width: Int) {
        let whole = path.count == 1 ? Self.path(to: path[0], from: [Liggare.self]) ?? path : path
        guard let command = whole.last, let described = CommandDescription.of(command) else {
            return nil
        }
        let configuration = command.configuration
        let others = configuration.ungroupedSubcommands
        let groups =
            (others.isEmpty ? [] : [CommandGroup(nil, Self.inShort(others))])
            + configuration.groupedSubcommands.map {
                CommandGroup($0.name, Self.inShort($0.subcommands))
            }
        self.init(
            of: whole.compactMap { $0.configuration.commandName }.joined(separator: " "),
            described, groups, shared: Set(LedgerOptions.names + ["version", "help"]), in: words,
            width: width)
    }

    private static func inShort(
        _ commands: [any ParsableCommand.Type]
    ) -> [(name: String, abstract: String)] {
        commands.map { ($0.configuration.commandName ?? "", $0.configuration.abstract) }
    }

    private static func path(
        to command: any ParsableCommand.Type, from path: [any ParsableCommand.Type]
    ) -> [any ParsableCommand.Type]? {
        guard let last = path.last, last != command else { return path }
        return last.configuration.subcommands.lazy
            .compactMap { Self.path(to: command, from: path + [$0]) }.first
    }
}

extension CommandDescription {
    /// Of the one command: to describe all takes a while.
    static func of(_ command: any ParsableCommand.Type) -> CommandDescription? {
        CommandDescription(dump: command._dumpHelp())
    }
}
