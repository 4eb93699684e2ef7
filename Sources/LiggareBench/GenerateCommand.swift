import ArgumentParser
import Coordinates
import EntryLog

/// Makes a plausible ledger and keeps it: for a look by hand, or for a profiler.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a plausible ledger, and keep it.")

    @Option(help: "How many events it has.") var events = 1_000_000
    @Option(help: "What determines it.") var seed: UInt64 = 1
    @Argument(help: "The directory to make it in.") var ledger: String

    func run() throws {
        let path = ledger + "/log"
        let log = try generateLog(at: path, events: events, seed: seed)
        print("\(try log.read { $0.size }) entries")
    }
}
