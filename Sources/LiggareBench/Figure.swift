/// One measured figure beside what it is measured against. A ratio above 1 means that ours is
/// better.
struct Figure: Encodable {
    let name: String
    let ours: Double
    let peer: Double
    let peerName: String
    let unit: String
    let ratio: Double
    /// The middle half of our measurements: the lower and the upper quartile.
    let spread: [Double]

    /// Times, in milliseconds: less is better.
    init(_ name: String, _ ours: [Duration], against peerName: String, _ peer: [Duration]) {
        let (ours, peer) = (ours.map(\.milliseconds).sorted(), peer.map(\.milliseconds).sorted())
        self.init(
            name: name, ours: ours.median, peer: peer.median, peerName: peerName, unit: "ms",
            ratio: peer.median / ours.median, spread: ours.quartiles)
    }

    /// Rates a second, from how long it took to do `count` things: more is better.
    init(
        _ name: String, _ count: Int, _ ours: [Duration], against peerName: String,
        _ peerCount: Int, _ peer: [Duration]
    ) {
        let rates = ours.map { Double(count) / $0.seconds }.sorted()
        let peerRates = peer.map { Double(peerCount) / $0.seconds }.sorted()
        self.init(
            name: name, ours: rates.median, peer: peerRates.median, peerName: peerName, unit: "/s",
            ratio: rates.median / peerRates.median, spread: rates.quartiles)
    }

    /// Bytes: less is better.
    init(_ name: String, _ ours: [Int], against peerName: String, _ peer: [Int]) {
        let (ours, peer) = (ours.map(Double.init).sorted(), peer.map(Double.init).sorted())
        self.init(
            name: name, ours: ours.median, peer: peer.median, peerName: peerName, unit: "bytes",
            ratio: peer.median / ours.median, spread: ours.quartiles)
    }

    /// Times against a limit that we set ourselves.
    init(_ name: String, _ ours: [Duration], aimMilliseconds aim: Double) {
        let ours = ours.map(\.milliseconds).sorted()
        self.init(
            name: name, ours: ours.median, peer: aim, peerName: "our aim", unit: "ms",
            ratio: aim / ours.median, spread: ours.quartiles)
    }

    private init(
        name: String, ours: Double, peer: Double, peerName: String, unit: String, ratio: Double,
        spread: [Double]
    ) {
        self.name = name
        self.ours = ours
        self.peer = peer
        self.peerName = peerName
        self.unit = unit
        self.ratio = ratio
        self.spread = spread
    }

    var text: String {
        let quartiles = spread.map(rounded).joined(separator: " to ")
        return "\(name): \(rounded(ours)) \(unit) (\(quartiles)); "
            + "\(peerName): \(rounded(peer)) \(unit); ratio \(rounded(ratio))"
    }
}

/// The times of several runs, taken in turn so that a machine's moods touch all alike.
func timedInTurn(
    _ runs: Int, _ ours: (Int) throws -> Void, _ peer: (Int) throws -> Void
) rethrows -> (ours: [Duration], peer: [Duration]) {
    let clock = ContinuousClock()
    var times: (ours: [Duration], peer: [Duration]) = ([], [])
    for run in 0..<runs {
        times.peer.append(try clock.measure { try peer(run) })
        times.ours.append(try clock.measure { try ours(run) })
    }
    return times
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }

    var milliseconds: Double { seconds * 1000 }
}

extension [Double] {
    /// - Precondition: sorted, and not empty.
    fileprivate var median: Double { self[count / 2] }

    fileprivate var quartiles: [Double] { [self[count / 4], self[count * 3 / 4]] }
}

private func rounded(_ number: Double) -> String {
    let factor: Double = number >= 100 ? 1 : number >= 1 ? 100 : 1000
    let value = (number * factor).rounded() / factor
    return value >= 100 ? String(Int(value)) : String(value)
}
