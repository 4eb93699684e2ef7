import FoundationEssentials
import Handlingsplan

/// How long it took to record many status events as one command, in this process.
struct BulkAppends {
    /// Some hundreds for each action: what an action's committee said before is looked at with each.
    static let count = 2_000
    let times: [Duration]

    var rates: [Double] { times.rates(of: Self.count) }

    /// Each run in a ledger of its own: an action has all the reports of the run, and no others.
    init(in place: String, runs: Int = 5) throws {
        times = try (0..<runs).map { run in
            let ledger = try BenchLedger(at: place + "/bulk-\(run)")
            return try timed { try ledger.recordStatuses(Self.count) }
        }
    }

    var figure: Figure {
        Figure("append.bulk.in_process", rates, in: .perSecond, aim: 500_000)
    }
}

/// The same by the command, from a file.
func measureBulkCommand(of liggare: String, in place: String, runs: Int = 5) throws -> Figure {
    let file = place + "/statuses.ndjson"
    try Data((0..<BulkAppends.count).map(statusLine).joined().utf8).write(to: URL(filePath: file))
    let times = try (0..<runs).map { run in
        let ledger = ["--ledger", place + "/bulk-shell-\(run)"]
        try foundInShell(liggare, ledger, committees: BenchLedger.codes)
        return try timed { try LiggareBench.run(liggare, ["append", file] + ledger) }
    }
    return Figure(
        "append.bulk.shell", times.rates(of: BulkAppends.count), in: .perSecond, aim: 150_000)
}

private func statusLine(_ number: Int) -> String {
    let (action, status) = BenchLedger.status(number)
    let code = BenchLedger.codes[number % BenchLedger.codes.count]
    return #"{"event":"StatusReported","action":\#(action),"committee":"\#(code)","#
        + #""status":"\#(status.rawValue)"}"# + "\n"
}
