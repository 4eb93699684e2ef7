import TestSupport

extension Tree {
    /// A random tree with at most `depth` arrays, maps and tags around any item.
    static func random(depth: Int, using generator: inout SeededGenerator) -> Tree {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &generator) {
        case 0: .unsigned(randomArgument(using: &generator))
        case 1: .negative(randomArgument(using: &generator))
        case 2: .bytes((0..<randomCount(using: &generator)).map { UInt8(truncatingIfNeeded: $0) })
        case 3: .text(randomText(using: &generator))
        case 4: .simple([0, 19, 20, 21, 22, 23, 32, 255].randomElement(using: &generator)!)
        case 5: .double(randomDouble(using: &generator))
        case 6: .tag(randomArgument(using: &generator), random(depth: depth - 1, using: &generator))
        case 7:
            .array(
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                    random(depth: depth - 1, using: &generator)
                })
        default: randomMap(depth: depth, using: &generator)
        }
    }

    /// Sorts by the bytes of the keys, with the standard library's comparison rather than ours.
    private static func randomMap(depth: Int, using generator: inout SeededGenerator) -> Tree {
        var entries: [[UInt8]: Entry] = [:]
        for _ in 0..<Int.random(in: 0...30, using: &generator) {
            let key = random(depth: min(depth - 1, 1), using: &generator)
            let value = random(depth: depth - 1, using: &generator)
            entries[key.encoded] = Entry(key: key, value: value)
        }
        let keys = entries.keys.sorted { $0.lexicographicallyPrecedes($1) }
        return .map(keys.map { entries[$0]! })
    }

    /// Spreads over all widths of a head, and their edges.
    private static func randomArgument(using generator: inout SeededGenerator) -> UInt64 {
        let edges: [UInt64] = [
            0, 23, 24, 0xff, 0x100, 0xffff, 0x1_0000, 0xffff_ffff, 0x1_0000_0000, .max,
        ]
        return Bool.random(using: &generator)
            ? edges.randomElement(using: &generator)!
            : generator.next() >> UInt64.random(in: 0..<64, using: &generator)
    }

    private static func randomCount(using generator: inout SeededGenerator) -> Int {
        [0, 1, 22, 23, 24, 25, 255, 256, 300].randomElement(using: &generator)!
    }

    private static func randomText(using generator: inout SeededGenerator) -> String {
        let alphabet: [Character] = ["a", "Z", "ö", "水", "𐅑", "\0", "e\u{301}"]
        return String(
            (0..<randomCount(using: &generator)).map { _ in
                alphabet.randomElement(using: &generator)!
            })
    }

    /// Values that fit a half, a single and only a double. One NaN, as there is in the encoding.
    private static func randomDouble(using generator: inout SeededGenerator) -> Double {
        let bits = generator.next()
        let value =
            switch bits % 3 {
            case 0: Double(Float16(bitPattern: UInt16(truncatingIfNeeded: bits >> 8)))
            case 1: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits >> 8)))
            default: Double(bitPattern: generator.next())
            }
        return value.isNaN ? .nan : value
    }
}
