import ArgumentParser

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Keys that sign what is recorded.",
        subcommands: [KeyNewCommand.self])
}
