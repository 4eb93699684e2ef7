import LMDB
import TestSupport
import Testing

@Suite("Cursors")
struct CursorTests {
    typealias Record = (key: [UInt8], value: [UInt8])

    let directory: TemporaryDirectory
    let environment: Environment

    init() throws {
        directory = try TemporaryDirectory()
        environment = try directory.open()
    }

    private var entries: Table { environment.entries }

    /// Random records, stored; returned in the order of their keys.
    private func storeRandom(_ seed: UInt64, count: Int) throws -> [Record] {
        var generator = SeededGenerator(seed: seed)
        var model: [[UInt8]: [UInt8]] = [:]
        for _ in 0..<count {
            let length = Int.random(in: 1...6, using: &generator)
            let key = (0..<length).map { _ in UInt8.random(in: 0...9, using: &generator) }
            model[key] = (0..<Int.random(in: 0...40, using: &generator)).map { UInt8($0) }
        }
        try environment.write { transaction in
            for (key, value) in model { try transaction.put(entries, key, value) }
        }
        return model.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { (key: $0.key, value: $0.value) }
    }

    @Test("Forward, backward and by seeking, a cursor agrees with a sorted array", arguments: 1...8)
    func model(seed: UInt64) throws {
        let model = try storeRandom(seed, count: 400 << (seed % 3))
        try environment.read { transaction in
            var cursor = try transaction.cursor(entries)
            for record in model { expect(try cursor.next(), record) }
            expect(try cursor.next(), nil)
            for record in model.reversed().dropFirst() { expect(try cursor.previous(), record) }
            expect(try cursor.previous(), nil)
            expect(try cursor.last(), model.last)
            expect(try cursor.first(), model.first)

            var generator = SeededGenerator(seed: ~seed)
            for _ in 0..<300 {
                let wanted = (0..<Int.random(in: 1...6, using: &generator))
                    .map { _ in UInt8.random(in: 0...10, using: &generator) }
                let place = model.firstIndex { !$0.key.lexicographicallyPrecedes(wanted) }
                expect(try cursor.seek(wanted.bytes), place.map { model[$0] })
                guard let place else { continue }
                if place > 0 {
                    expect(try cursor.previous(), model[place - 1])
                    expect(try cursor.next(), model[place])
                }
                let after = place + 1 < model.count ? model[place + 1] : nil
                expect(try cursor.next(), after)
            }
        }
    }

    @Test("A new cursor's previous is the last record; an empty table has none")
    func ends() throws {
        try environment.write { try $0.put(entries, [1], [1]) }
        try environment.read { transaction in
            var cursor = try transaction.cursor(entries)
            expect(try cursor.previous(), ([1], [1]))
            var empty = try transaction.cursor(environment.meta)
            expect(try empty.first(), nil)
            expect(try empty.last(), nil)
            expect(try empty.next(), nil)
            expect(try empty.previous(), nil)
            expect(try empty.seek(key(1).bytes), nil)
        }
    }

    @Test("A pair outlives the cursor's next move and the cursor")
    func pairOutlivesMove() throws {
        try environment.write { transaction in
            for i in 0..<1_000 { try transaction.append(entries, key(i), key(i)) }
            let first = try firstAfterScan(transaction)
            #expect(first == key(0))
        }
    }

    private func firstAfterScan(_ transaction: borrowing WriteTransaction) throws -> [UInt8]? {
        var cursor = try transaction.cursor(entries)
        guard let pair = try cursor.first() else { return nil }
        while try cursor.next() != nil {}
        _ = consume cursor
        return pair.value.array
    }

    private func expect(
        _ found: borrowing Pair?, _ wanted: Record?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let record: Record? =
            if let found = copy found { (found.key.array, found.value.array) } else { nil }
        #expect(record?.key == wanted?.key, sourceLocation: sourceLocation)
        #expect(record?.value == wanted?.value, sourceLocation: sourceLocation)
    }
}
