/// The times of several runs, taken in turn so that a machine's moods touch all alike.
///
/// - Parameter prepare: what comes before each of our runs, and is not timed.
func timedInTurn(
    _ runs: Int, _ ours: (Int) throws -> Void, _ peer: (Int) throws -> Void,
    prepare: (Int) throws -> Void = { _ in }
) rethrows -> (ours: [Duration], peer: [Duration]) {
    var times: (ours: [Duration], peer: [Duration]) = ([], [])
    for run in 0..<runs {
        times.peer.append(try timed { try peer(run) })
        try prepare(run)
        times.ours.append(try timed { try ours(run) })
    }
    return times
}

/// The times of several runs.
func timed(_ runs: Int, _ work: (Int) throws -> Void) rethrows -> [Duration] {
    try (0..<runs).map { run in try timed { try work(run) } }
}

func timed(_ work: () throws -> Void) rethrows -> Duration {
    try ContinuousClock().measure(work)
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }

    var milliseconds: Double { seconds * 1000 }
}

extension [Duration] {
    /// How many a second, where each time is that of `count` things.
    func rates(of count: Int) -> [Double] { map { Double(count) / $0.seconds } }
}

extension [Double] {
    /// - Precondition: sorted, and not empty.
    var median: Double { self[count / 2] }

    /// The lower and the upper one.
    /// - Precondition: sorted, and not empty.
    var quartiles: [Double] { [self[count / 4], self[count * 3 / 4]] }

    /// What 99 of 100 do not exceed.
    /// - Precondition: not empty.
    var percentile99: Double { sorted()[count * 99 / 100] }
}
