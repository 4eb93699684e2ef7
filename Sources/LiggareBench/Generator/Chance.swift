/// Random numbers that a seed determines: SplitMix64 (Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

    mutating func isHit(outOf count: Int) -> Bool { index(below: count) == 0 }

    mutating func choice<Element>(of elements: [Element]) -> Element {
        elements[index(below: elements.count)]
    }
}
