import ArgumentParser
import Reports

/// Why the argument parser did not run a command: what was asked for instead, or what is wrong with the
/// call.
///
/// The parser keeps its errors to itself, and gives them only as sentences of its own. A mirror shows
/// which error it is (ParserError.swift, CommandError and CleanExit of swift-argument-parser 1); what is
/// not known here is an unread call, and no more is said than that.
enum ParserOutcome {
    /// Help of a command, named from the outermost.
    case help([any ParsableCommand.Type])
    case refused(UsageError)
    /// What is printed as the parser has it: the version, a completion script, its description.
    case other

    init(_ error: any Error) {
        let parts = Mirror(reflecting: error)
        let commands = parts.child("commandStack") as? [any ParsableCommand.Type] ?? []
        if let found = parts.child("parserError").flatMap(EnumCase.init) {
            self = Self(found, of: commands)
        } else if let base = parts.child("base").flatMap(EnumCase.init), base.name == "helpRequest"
        {
            self = .help([base.value as? any ParsableCommand.Type ?? Liggare.self])
        } else {
            self = .other
        }
    }

    private init(_ error: EnumCase, of commands: [any ParsableCommand.Type]) {
        let values = error.values
        func option(_ index: Int) -> String { OptionName(values[index]).description }
        switch error.name {
        case "helpRequested": self = .help(commands)
        case "completionScriptRequested":
            let shell = values[0] as? String
            let isKnown = shell.map(Self.shells.contains) ?? false
            self = isKnown ? .other : .refused(.unreadValue(shell ?? "", of: Self.shell))
        case "versionRequested", "dumpHelpRequested", "completionScriptCustomResponse":
            self = .other
        case "unknownOption" where values.count == 2:
            self = .refused(.unknownOption(option(1), near: nil, of: []))
        case "missingValueForOption" where values.count == 2:
            self = .refused(.missingValue(of: option(1)))
        case "unexpectedValueForOption" where values.count == 3:
            self = .refused(.unwantedValue(of: option(1), "\(values[2])"))
        case "unexpectedExtraValues":
            let words = (error.value as? [Any] ?? values).flatMap {
                Mirror(reflecting: $0).children
            }
            .compactMap { $0.value as? String }
            self = .refused(.extraWords(words))
        case "noValue":
            self = .refused(.missingArgument(ArgumentTold(missing: values[0], of: commands)))
        case "unableToParseValue" where values.count == 5:
            let argument = ArgumentTold(named: values[1], key: values[3], of: commands)
            self = .refused(.unreadValue("\(values[2])", of: argument))
        case "missingSubcommand": self = .help(commands)
        default: self = .refused(.unreadCall)
        }
    }
}

extension ParserOutcome {
    /// Those that the parser writes scripts for.
    private static let shells = ["bash", "fish", "zsh"]
    private static let shell = ArgumentTold(
        synopsis: "--generate-completion-script <shell>", valueName: "shell", words: shells,
        help: "")
}

/// A case of an enumeration that is another module's own.
private struct EnumCase {
    let name: String
    /// What comes with it; itself where nothing does.
    let value: Any

    init?(_ value: Any) {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .enum || mirror.displayStyle == .optional else { return nil }
        if let child = mirror.children.first, let label = child.label {
            (name, self.value) = (label, child.value)
        } else {
            (name, self.value) = ("\(value)", value)
        }
    }

    /// The parts of what comes with it.
    var values: [Any] {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .tuple ? mirror.children.map(\.value) : [value]
    }
}

extension Mirror {
    fileprivate func child(_ name: String) -> Any? {
        children.first { $0.label == name }?.value
    }
}

/// As it is written in a call.
private struct OptionName: CustomStringConvertible {
    let description: String

    init(_ name: Any) {
        let found = EnumCase(name)
        let text = found?.values.first.map { "\($0)" } ?? ""
        description = (found?.name == "long" ? "--" : "-") + text
    }
}

extension ArgumentTold {
    /// One that a value was given for: an option by its name, else by its property's.
    fileprivate init(named name: Any, key: Any, of commands: [any ParsableCommand.Type]) {
        let option = EnumCase(name)?.values.first.map { OptionName($0).description }
        let property = Self.name(of: key)
        let described = commands.last.flatMap(CommandDescription.of)?.arguments.first {
            $0.names?.contains { $0.written == option } ?? false
                || $0.isPositional && $0.valueName == property
        }
        self.init(described, property)
    }

    /// One that was not given. An option whose name is not its property's is found by being needed, and
    /// not in the call.
    fileprivate init(missing key: Any, of commands: [any ParsableCommand.Type]) {
        let property = Self.name(of: key)
        let arguments = commands.last.flatMap(CommandDescription.of)?.arguments ?? []
        let given = CommandLine.arguments.map { $0.prefix { $0 != "=" } }
        let described =
            arguments.first {
                $0.longName == property || $0.isPositional && $0.valueName == property
            }
            ?? arguments.first {
                !$0.isOptional && !$0.isPositional
                    && !($0.names ?? []).contains { given.contains(Substring($0.written)) }
            }
        self.init(described, property)
    }

    private init(_ described: CommandDescription.Argument?, _ property: String) {
        self =
            described?.told
            ?? ArgumentTold(
                synopsis: "<\(property)>", valueName: property, words: [], help: "")
    }

    private static func name(of key: Any) -> String {
        (Mirror(reflecting: key).child("name") as? String ?? "\(key)").kebab
    }
}

extension String {
    /// Of a property's name, as the parser makes an option's.
    fileprivate var kebab: String {
        reduce(into: "") { text, letter in
            text += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }
}
