import ArgumentParser
import Reports

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
        // Of a command without commands, nothing more can be asked.
        if let extra = try command(names).rest.first { throw .unknownCommand(extra, near: nil) }
    }

    /// What is wrong with a call that the parser refused, where it is an option that no command has, or
    /// a command that there is not: it may blame the word after it.
    var blamed: UsageError? {
        do throws(UsageError) {
            return unknownOption(among: words[...], of: try command(names).path)
        } catch {
            // An option that is not known before a command that is not may have had it for its value.
            guard case .unknownCommand(let name, _) = error else { return error }
            return unknownOption(among: words.prefix { $0 != name }, of: [Liggare.self]) ?? error
        }
    }

    /// Also a value that begins as an option does: the parser takes it for one.
    private func unknownOption(
        among words: ArraySlice<String>, of path: [any ParsableCommand.Type]
    ) -> UsageError? {
        guard let command = path.last else { return nil }
        let known = command.optionNames
        for word in words where word.hasPrefix("-") && word.count > 1 && word != "-h" {
            let name = String(word.prefix { $0 != "=" })
            if !name.hasPrefix("--") { return .dashedWord(word) }
            if known.contains(name) { continue }
            if command == Liggare.self {
                return .optionBeforeCommand(name, near: known.nearest(to: name))
            }
            let names = path.dropFirst().compactMap { $0.configuration.commandName }
            return .unknownOption(name, near: known.nearest(to: name), of: names)
        }
        return nil
    }

    /// The command that words name, from the outermost, and the words after it.
    private func command(
        _ names: [String]
    ) throws(UsageError) -> (path: [any ParsableCommand.Type], rest: ArraySlice<String>) {
        var command: any ParsableCommand.Type = Liggare.self
        var path = [command]
        var rest = names[...]
        if rest.first == "help" { rest = rest.dropFirst() }
        while let name = rest.first {
            let commands = command.configuration.subcommands
            if commands.isEmpty { break }
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
            path.append(command)
            rest = rest.dropFirst()
        }
        return (path, rest)
    }

    /// The words that are no options, without the values of those that every command has.
    private var names: [String] {
        var names: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            let takesValue = LedgerOptions.names + ["generate-completion-script"]
            if takesValue.contains(String(word.dropFirst(2))) {
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
        return ((own ?? []).compactMap(\.longName) + LedgerOptions.names + parsers).map {
            "--" + $0
        }
    }

    /// The options of the parser itself.
    private static var parsers: [String] {
        ["help", "version", "generate-completion-script", "experimental-dump-help"]
    }
}

extension [String] {
    /// The one that differs by the fewest letters, if by few.
    fileprivate func nearest(to name: String) -> String? {
        let most = Swift.max(1, name.count / 3)
        return map { (name: $0, distance: $0.difference(from: name).count) }
            .filter { $0.distance <= most }.min { $0.distance < $1.distance }?.name
    }
}
