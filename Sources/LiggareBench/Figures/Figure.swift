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

    /// Measurements of one kind against others, each by its median.
    init(
        _ name: String, _ ours: [Double], in unit: Unit, against peerName: String, _ peer: [Double]
    ) {
        let (ours, peer) = (ours.sorted(), peer.sorted())
        self.name = name
        self.ours = ours.median
        self.peer = peer.median
        self.peerName = peerName
        self.unit = unit.rawValue
        ratio =
            unit == .perSecond ? ours.median / peer.median : peer.median / ours.median
        spread = ours.quartiles
    }

    /// What is measured: of rates, more is better; of all else, less.
    enum Unit: String, Decodable {
        case milliseconds = "ms"
        case perSecond = "/s"
        case bytes
        case mebibytes = "MiB"
    }

    var text: String {
        let quartiles = spread.map(rounded).joined(separator: " to ")
        return "\(name): \(rounded(ours)) \(unit) (\(quartiles)); "
            + "\(peerName): \(rounded(peer)) \(unit); ratio \(rounded(ratio))"
    }
}

extension Figure {
    /// Times, in milliseconds.
    init(_ name: String, _ ours: [Duration], against peerName: String, _ peer: [Duration]) {
        self.init(
            name, ours.map(\.milliseconds), in: .milliseconds, against: peerName,
            peer.map(\.milliseconds))
    }

    /// Rates a second, from how long it took to do `count` things.
    init(
        _ name: String, _ count: Int, _ ours: [Duration], against peerName: String,
        _ peerCount: Int, _ peer: [Duration]
    ) {
        self.init(
            name, ours.rates(of: count), in: .perSecond, against: peerName,
            peer.rates(of: peerCount))
    }

    /// Bytes.
    init(_ name: String, _ ours: [Int], against peerName: String, _ peer: [Int]) {
        self.init(
            name, ours.map(Double.init), in: .bytes, against: peerName, peer.map(Double.init))
    }

    /// Against a limit that we set ourselves.
    init(_ name: String, _ ours: [Double], in unit: Unit, aim: Double) {
        self.init(name, ours, in: unit, against: "our aim", [aim])
    }

    init(_ name: String, _ ours: [Duration], aimMilliseconds aim: Double) {
        self.init(name, ours.map(\.milliseconds), in: .milliseconds, aim: aim)
    }
}

private func rounded(_ number: Double) -> String {
    let factor: Double = number >= 100 ? 1 : number >= 1 ? 100 : 1000
    let value = (number * factor).rounded() / factor
    return value >= 100 ? String(Int(value)) : String(value)
}
