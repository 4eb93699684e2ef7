import ArgumentParser
import FoundationEssentials

/// Measures what the README claims: each figure beside a limit or a peer, in the same run.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure Liggare against limits and peers, in one run.",
        subcommands: [Measure.self, Generate.self], defaultSubcommand: Measure.self)
}

struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure all figures.")

    @Option(help: "How many durable appends to measure.") var appends = 1000
    @Option(help: "How many commands to run from start to exit.") var commands = 50
    @Option(help: "How many entries the replayed ledger has.") var entries = 20_000
    @Option(help: "How many entries the log has whose entries are proved.")
    var proved = 1_000_000
    @Option(help: "The built command to measure.") var liggare: String
    @Option(help: "Write the figures here, too, as JSON.") var json: String?

    func run() throws {
        let place = FileManager.default.temporaryDirectory.path() + "liggare-bench-\(UUID())"
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: place) }

        var figures = try measureAppends(appends, in: place)
        figures += try measureReplay(entries: entries, in: place)
        figures += try measureCommands(commands, of: liggare, in: place)
        figures += try measureProofs(entries: proved, 1000, of: liggare, in: place)
        figures += try measurePublished(in: place)

        print(figures.map(\.text).joined(separator: "\n"))
        if let json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try encoder.encode(figures).write(to: URL(filePath: json))
        }
    }
}
