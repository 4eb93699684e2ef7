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
        let asked = names.dropFirst()
        let named = try command(Array(asked))
        // Of a command without commands, nothing more can be asked.
        if named.configuration.subcommands.isEmpty, let extra = asked.last,
            extra != named.configuration.commandName
        {
            throw .unknownCommand(extra, near: nil)
        }
    }

    /// What is wrong with a call that the parser refused, where it is an option that no command has, or
    /// a command that there is not: it may blame the word after it.
    var blamed: UsageError? {
        do throws(UsageError) {
            return unknownOption(among: words[...], of: try command(names))
        } catch {
            // An option that is not known before a command that is not may have had it for its value.
            guard case .unknownCommand(let name, _) = error else { return error }
            return unknownOption(among: words.prefix { $0 != name }, of: Liggare.self) ?? error
        }
    }

    private func unknownOption(
        among words: ArraySlice<String>, of command: any ParsableCommand.Type
    ) -> UsageError? {
        let known = command.optionNames
        return words.filter { $0.hasPrefix("--") && $0.count > 2 }
            .map { String($0.prefix { $0 != "=" }) }.first { !known.contains($0) }
            .map { .unknownOption($0, near: known.nearest(to: $0)) }
    }

    /// The command that words name, as far as there are commands.
    private func command(_ names: [String]) throws(UsageError) -> any ParsableCommand.Type {
        var command: any ParsableCommand.Type = Liggare.self
        for name in names {
            let commands = command.configuration.subcommands
            if commands.isEmpty { return command }
            guard
                let next = commands.first(where: {
                    $0.configuration.commandName == name
                        || $0.configuration.aliases.contains(name)
                })
            else {
                let known = commands.compactMap { $0.configuration.commandName }
                throw .unknownCommand(name, near: known.nearest(to: name))
            }
            command = next
        }
        return command
    }

    /// The words that are no options, without the values of those that every command has.
    private var names: [String] {
        var names: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if LedgerOptions.names.contains(String(word.dropFirst(2))) {
                if rest.first?.hasPrefix("-") == false { rest = rest.dropFirst() }
            } else if !word.hasPrefix("-") {
                names.append(word)
            }
        }
        return names
    }
}

extension ParsableCommand {
    /// The long options that it takes, as they are written.
    fileprivate static var optionNames: [String] {
        let own = configuration.subcommands.isEmpty ? CommandDescription.of(self)?.arguments : []
        return ((own ?? []).compactMap(\.longName) + LedgerOptions.names + ["help", "version"])
            .map { "--" + $0 }
    }
}

extension [String] {
    /// The one that differs by the fewest letters, if by few.
    fileprivate func nearest(to name: String) -> String? {
        map { (name: $0, distance: $0.difference(from: name).count) }
            .filter { $0.distance <= 3 }.min { $0.distance < $1.distance }?.name
    }
}
