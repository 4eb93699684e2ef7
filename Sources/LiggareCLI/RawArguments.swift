import ArgumentParser

/// The words of a call, as they stand: for what the parser misreads, or blames another word for.
struct RawArguments {
    private let words: [String]

    /// - Parameter words: without the program's name; what comes after `--` is not looked at.
    init(_ words: [String] = Array(CommandLine.arguments.dropFirst())) {
        self.words = Array(words.prefix { $0 != "--" })
    }

    /// The parser takes the word after `--option=` for the option's value, and prints all help where
    /// it is asked for that of no command.
    func requireReadable() throws(UsageError) {
        for word in words
        where word.hasPrefix("--") && word.firstIndex(of: "=") == word.indices.last {
            throw .emptyOption(String(word.dropLast()))
        }
        guard names.first == "help" else { return }
        var command: any ParsableCommand.Type = Liggare.self
        for name in names.dropFirst() {
            guard let next = command.subcommand(name) else { throw .unknownCommand(name) }
            command = next
        }
    }

    /// What is wrong with a call that the parser refused, where it is an option that no command has, and
    /// that its message does not name, or a command that there is not.
    func blamed(besides message: String) -> UsageError? {
        for word in words where word.hasPrefix("--") && word.count > 2 {
            let name = word.prefix { $0 != "=" }
            if !Liggare.optionNames.contains(String(name.dropFirst(2))) {
                return message.contains(name) ? nil : .unknownOption(String(name))
            }
        }
        var command: any ParsableCommand.Type = Liggare.self
        for name in names where !command.configuration.subcommands.isEmpty {
            guard let next = command.subcommand(name) else { return .unknownCommand(name) }
            command = next
        }
        return nil
    }

    /// The words that are no options, without the values of those that every command has.
    private var names: [String] {
        var names: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if ["--ledger", "--format", "--wait"].contains(word) {
                if rest.first?.hasPrefix("-") == false { rest = rest.dropFirst() }
            } else if !word.hasPrefix("-") {
                names.append(word)
            }
        }
        return names
    }
}

extension ParsableCommand {
    fileprivate static func subcommand(_ name: String) -> (any ParsableCommand.Type)? {
        configuration.subcommands.first {
            $0.configuration.commandName == name || $0.configuration.aliases.contains(name)
        }
    }
}

extension Liggare {
    /// The long options of all commands, by the parser's own description of them.
    fileprivate static var optionNames: Set<String> {
        Set(_dumpHelp().matches(of: /"name" : "([a-z0-9-]+)"/).map { String($0.output.1) })
    }
}
