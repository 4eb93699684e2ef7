import ArgumentParser
import Reports

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .key,
        subcommands: [
            KeyNewCommand.self, KeyListCommand.self, KeyGrantCommand.self, KeyRevokeCommand.self,
        ])
}
