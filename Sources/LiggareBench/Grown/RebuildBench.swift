import EntryLog

/// How long deriving all views took, and reading all entries.
struct RebuildTimes {
    let ours: [Duration]
    let scan: [Duration]
    let peakMemory: Double
}

extension GrownLedger {
    /// Derives the views from the log alone, and compares them with those before. Which entries stand,
    /// the first views say, for which each was verified.
    func timeRebuilds(_ runs: Int = 3) throws -> RebuildTimes {
        let log = try openLog()
        try rebuildViews(from: log)
        let peak = try peakMemory { try rebuildViews(from: log) }
        let times = try timedInTurn(
            runs, { _ in try rebuildViews(from: log) }, { _ in try touchEntries(of: log) })
        return RebuildTimes(ours: times.ours, scan: times.peer, peakMemory: peak)
    }
}

/// Nothing but LMDB: what reading the log costs at the least. Something of each cache line of each
/// entry is used, or only the keys' pages would be read.
private func touchEntries(of log: Log) throws {
    var mixed: UInt8 = 0
    try log.read { snapshot in
        try snapshot.forEachRecord { _, bytes in
            bytes.withUnsafeBytes { bytes in
                for offset in stride(from: 0, to: bytes.count, by: 64) { mixed ^= bytes[offset] }
            }
        }
    }
    // Else the loop might be left out.
    withExtendedLifetime(mixed) {}
}

extension RebuildTimes {
    /// - Parameter events: how many there were.
    func figures(_ events: Int) -> [Figure] {
        [
            Figure(
                "rebuild.events_per_second", events, ours,
                against: "LMDB cursor scan of the same log, entries touched", events, scan),
            Figure("rebuild.aim", ours.rates(of: events), in: .perSecond, aim: 3_000_000),
            Figure("rebuild.memory", [peakMemory], in: .mebibytes, aim: 1536),
        ]
    }
}
