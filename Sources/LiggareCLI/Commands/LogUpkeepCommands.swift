import ArgumentParser
import Coordinates
import Handlingsplan
import PlanLog
import Registry
import Reports

struct DisregardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.disregard)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.disregardFirst)) var first: Position
    @Argument(help: .of(.disregardLast)) var last: Position?
    @Option(help: .of(.reason)) var reason: String
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try options.reporting {
            let ledger = try options.open(for: recording)
            let command = Command.disregard(
                try ledger.run(from: first, through: last ?? first), reason: reason)
            try options.record([recording.proposal(command)], in: ledger, recording)
        }
    }
}

struct RaiseFormatCommand: RecordingCommand {
    static let configuration = CommandConfiguration(.raiseFormat)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.raiseFormatTo)) var format: UInt64
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .raiseFormat(format) }
}

struct WrongClockCommand: RecordingCommand {
    static let configuration = CommandConfiguration(.wrongClock)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.wrongClockFirst)) var first: Position
    @Option(help: .of(.reason)) var reason: String
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .declareClock(first: first, reason: reason) }
}
