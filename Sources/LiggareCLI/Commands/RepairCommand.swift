import ArgumentParser
import Publication
import Repair
import Reports

struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.repair)

    @OptionGroup var options: LedgerOptions
    @Option(parsing: .upToNextOption, help: .of(.repairFrom, "place")) var from: [String] = []
    @Flag(help: .of(.repairPartial)) var partial = false
    @Flag(help: .of(.repairDryRun)) var dryRun = false

    func run() throws {
        try options.reporting {
            let directory = try options.directory()
            let isCopy = try CopyMark(on: directory) != nil
            let bar = ProgressBar(of: options.words.entries, in: options.words)
            let report = try repair(
                directory, from: try from.map { try RepairPlace($0) },
                isPartial: partial, isDryRun: dryRun, seen: isCopy ? nil : options.seen()
            ) { bar.show($0, of: $1) }
            bar.clear()
            options.print(RepairOutput(report: report))
            if !report.isClean { throw ExitCode.foundWrong }
        }
    }
}
