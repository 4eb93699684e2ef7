import Foundation

/// SplitMix64 (Steele, Lea, Flood 2014): the same sequence for a seed wherever it runs.
package struct SeededGenerator: RandomNumberGenerator {
    package let seed: UInt64
    private var state: UInt64

    package init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// A generator with a new seed, which it prints; `LIGGARE_SEED` replays an old one.
    package init(announcing test: String) {
        self.init(seed: Self.replayed ?? .random(in: 0 ... .max))
        print("\(test): LIGGARE_SEED=\(seed)")
    }

    /// The seeds of a test that runs once for each: fresh ones, or the one in `LIGGARE_SEED`.
    package static func seeds(_ count: Int) -> [UInt64] {
        if let replayed { return [replayed] }
        return (0..<count).map { _ in .random(in: 0 ... .max) }
    }

    private static let replayed = ProcessInfo.processInfo.environment["LIGGARE_SEED"]
        .flatMap { UInt64($0) }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
