import ArgumentParser
import FoundationEssentials
import Glibc

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
    @Option(help: "How many events the largest ledger has.") var size = 1_000_000
    @Option(help: "The built command to measure.") var liggare: String
    @Option(help: "The script that measures others; without it, none are.") var peers: String?
    @Option(help: "Write the figures here, too, as JSON.") var json: String?

    func run() throws {
        let place = FileManager.default.temporaryDirectory.path() + "liggare-bench-\(UUID())"
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: place) }
        setenv("XDG_CONFIG_HOME", place + "/config", 1)
        setenv("XDG_STATE_HOME", place + "/state", 1)

        var report = Report(size: size)
        // First, while the process has not held much else.
        try measureGrown(in: place, &report)
        report.add(try measureAppends(appends, in: place))
        report.add(try measureReplay(entries: entries, in: place))
        report.add(try measureCommands(commands, of: liggare, in: place))
        report.add(try measureProofs(entries: proved, 1000, of: liggare, in: place))
        report.add(try measurePublished(in: place))
        print(report.text)
        if let json { try report.write(to: json) }
    }

    func validate() throws {
        guard size >= Self.smallest else {
            throw ValidationError("The largest ledger has at least \(Self.smallest) events.")
        }
    }
}

// MARK: Generated ledgers

extension Measure {
    private static let smallest = 10_000
    /// The peers are not given more: some keep all in memory, and take minutes.
    private static let forPeers = 1_000_000

    private var sizes: [Int] {
        [Self.smallest, Self.forPeers, 10_000_000].filter { $0 < size } + [size]
    }

    private func measureGrown(in place: String, _ report: inout Report) throws {
        var all: [Grown] = []
        for events in sizes {
            let ledger = try GrownLedger(events: events, in: place)
            var board: Figure?
            let grown = try Grown(ledger) { ledger, questions in
                guard events == size else { return }
                board = try measureBoardCommand(commands, of: liggare, ledger, questions)
            }
            all.append(grown)
            guard let board else { continue }
            report.add(
                [grown.pages.figure] + grown.rebuilds.figures(events) + grown.boards.figures
                    + [board])
            report.remark(grown.pages.remark)
            report.remark(grown.boards.remark)
        }
        report.add(growthFigures(all))
        let bulk = try BulkAppends(in: place)
        report.add([bulk.figure] + (try measureBulkCommand(of: liggare, in: place)))
        guard let peers, let given = all.last(where: { $0.ledger.events <= Self.forPeers }) else {
            return
        }
        let beside = try measurePeers(given, bulk, peers, appends: appends, in: place)
        report.add(beside.figures)
        for remark in beside.remarks { report.remark(remark) }
    }
}
