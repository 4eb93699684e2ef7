import FoundationEssentials
import Handlingsplan
import Registry

/// How long it took to record many status events as one command, in this process: reports on many
/// actions in turn, as many to each entry as an import of a plan has.
struct BulkAppends {
    static let count = 20_000
    static let actions = 1_000
    static let eventsPerEntry = 20
    let times: [Duration]

    var rates: [Double] { times.rates(of: Self.count) }

    /// Each run in a ledger of its own, so that all record the same on the same.
    init(in place: String, runs: Int = 5) throws {
        times = try (0..<runs).map { run in
            let ledger = try BenchLedger(at: place + "/bulk-\(run)")
            try ledger.decideActions(Self.actions - BenchLedger.codes.count)
            let request = ledger.request(Self.items(of: Self.eventsPerEntry))
            return try timed { _ = try ledger.ledger.record(request, signedBy: ledger.key) }
        }
    }

    private static func items(of eventsPerEntry: Int) -> [Proposal] {
        entries(of: eventsPerEntry).map { numbers in
            let steps = numbers.map { number in
                let (action, status) = BenchLedger.status(number, of: actions)
                return Proposal.Step(.reportStatus(action, StatusReport(status), by: nil))
            }
            return Proposal(steps, effective: BenchLedger.day)
        }
    }

    fileprivate static func entries(of eventsPerEntry: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: eventsPerEntry).map { $0..<($0 + eventsPerEntry) }
    }

    var figure: Figure {
        Figure("append.bulk.in_process", rates, in: .perSecond, aim: 500_000)
    }
}

/// The same by the command, from a file; and with an entry for each event.
func measureBulkCommand(of liggare: String, in place: String, runs: Int = 5) throws -> [Figure] {
    let decisions = place + "/decisions.ndjson"
    try write(
        (0..<BulkAppends.actions).map { number in
            let code = BenchLedger.codes[number % BenchLedger.codes.count]
            return
                #"{"event":"ActionDecided","plan":"plan","title":"Samverka","responsible":["\#(code)"]}"#
        }, to: decisions)
    func measure(_ name: String, _ eventsPerEntry: Int) throws -> Figure {
        let file = place + "/statuses-\(eventsPerEntry).ndjson"
        try write(BulkAppends.entries(of: eventsPerEntry).map(line), to: file)
        let times = try (0..<runs).map { run in
            let ledger = ["--ledger", place + "/bulk-shell-\(eventsPerEntry)-\(run)"]
            try foundInShell(liggare, ledger, committees: BenchLedger.codes)
            try LiggareBench.run(liggare, ["append", decisions] + ledger)
            return try timed { try LiggareBench.run(liggare, ["append", file] + ledger) }
        }
        return Figure(name, times.rates(of: BulkAppends.count), in: .perSecond, aim: 150_000)
    }
    return [
        try measure("append.bulk.shell", BulkAppends.eventsPerEntry),
        try measure("append.bulk.shell.entries", 1),
    ]
}

private func line(_ numbers: Range<Int>) -> String {
    let events = numbers.map { number in
        let (action, status) = BenchLedger.status(number, of: BulkAppends.actions)
        return #"{"event":"StatusReported","action":\#(action),"status":"\#(status.rawValue)"}"#
    }
    return events.count == 1 ? events[0] : #"{"events":[\#(events.joined(separator: ","))]}"#
}

private func write(_ lines: [String], to file: String) throws {
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: file))
}
