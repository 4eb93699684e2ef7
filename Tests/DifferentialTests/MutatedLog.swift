import Coordinates
import Handlingsplan
import LedgerSupport
import PlanLog
import TestSupport
import TransparencyLog

@testable import EntryLog

/// Logs that begin as one which was rightly recorded, and go on with entries that were changed: mostly
/// what they say, under a rightful key and seal, so that only the rules on acts are left to find it.
struct MutatedLogs {
    private let seed: UInt64
    private let honest: [HonestLog]
    /// What entries said in some of them.
    private let contents: [[UInt8]]

    init(seed: UInt64) throws {
        self.seed = seed
        honest = try (0..<6).map { try HonestLog(seed: seed &+ $0) }
        contents = honest.flatMap(\.contents)
    }

    func log(_ number: UInt64) throws -> JudgedLog {
        var maker = Maker(
            generator: SeededGenerator(seed: seed &* 0x9e37_79b9 &+ number), contents: contents)
        return try maker.log(after: honest)
    }
}

/// A log that was rightly recorded, as it was after each entry.
struct HonestLog {
    fileprivate let stages: [JudgedLog]
    fileprivate let contents: [[UInt8]]

    fileprivate static let signers = [
        TestLedger.founder, TestLedger.key(5), TestLedger.key(6), TestLedger.key(7),
    ]

    init(seed: UInt64) throws {
        var history = RandomHistory(seed: seed)
        let founding = try SealedBatch(
            TestLedger.founding, commandID: CommandID("found")!,
            recordedAt: Timestamp(milliseconds: 1_388_664_000_000),
            signedBy: TestLedger.founder)
        var log = try JudgedLog(founding: founding.entries[0])
        var (stages, contents): ([JudgedLog], [[UInt8]]) = ([log], [])
        var waiting =
            RandomHistory.opening + [
                .grantKey(
                    KeyGrant(
                        Writer(TestLedger.key(5).publicKey), committees: [CommitteeCode("SN")!],
                        until: nil, holder: "Registrator")),
                .grantKey(
                    KeyGrant(
                        Writer(TestLedger.key(6).publicKey), committees: nil, until: nil,
                        holder: nil)),
            ]
        while stages.count < 24 {
            let time = log.head.recordedAt.milliseconds + 3_600_000
            let today = Timestamp(milliseconds: time).dayInUTC
            let next =
                waiting.isEmpty
                ? history.next(in: log.state, today: today).item : Proposal(waiting.removeFirst())
            guard next.steps.count == 1,
                let situation = Optional(
                    Situation(
                        for: next.steps[0].command, in: log.state,
                        founder: Writer(TestLedger.founder.publicKey), today: today)),
                let act = try? decide(
                    next.steps[0].command, effective: next.effective ?? today,
                    reference: next.reference, in: situation
                ).act
            else { continue }
            let content = act.parts(contentByteLimit: SealedBatch.contentByteLimit)[0].content
            contents.append(content)
            let batch = try SealedBatch(
                [content], commandID: CommandID("command-\(stages.count)")!, on: log.head,
                recordedAt: Timestamp(milliseconds: time), signedBy: TestLedger.founder)
            try log.append(batch.entries[0])
            guard log.voids.isEmpty else {
                preconditionFailure("what is decided stands: \(log.voids), \(act)")
            }
            stages.append(log)
        }
        self.stages = stages
        self.contents = contents
    }
}

/// Makes one log.
private struct Maker {
    var generator: SeededGenerator
    let contents: [[UInt8]]
    private var lastID = "none"

    init(generator: SeededGenerator, contents: [[UInt8]]) {
        self.generator = generator
        self.contents = contents
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values.randomElement(using: &generator)!
    }

    private mutating func chance(_ oneIn: Int) -> Bool {
        Int.random(in: 0..<oneIn, using: &generator) == 0
    }

    mutating func log(after honest: [HonestLog]) throws -> JudgedLog {
        var log = pick(pick(honest).stages)
        for _ in 0..<Int.random(in: 1...6, using: &generator) { try append(to: &log) }
        return log
    }

    private mutating func append(to log: inout JudgedLog) throws {
        let content = try content(in: log)
        var head = log.head
        var position = log.frontier.size.end
        head = Head(frontier: log.frontier, recordedAt: head.recordedAt)
        var seal = log.frontier.root
        var time = head.recordedAt.milliseconds + Int64.random(in: 0...7_200_000, using: &generator)
        if chance(12) { time -= pick([1, 86_400_000, 4_000_000, 400 * 86_400_000]) }
        if chance(60) { time = pick([0, 253_402_214_399_999, 253_402_214_400_000]) }
        if chance(25) { position = Position(position.index &+ pick([1, 2, UInt64.max])) }
        if chance(25) { seal = Hash.leaf(content.span.bytes) }
        var id = "mutated-\(position.index)-\(Int.random(in: 0..<1000, using: &generator))"
        if chance(6) {
            id = lastID
        } else if chance(60) {
            id = pick(["", "a b", "å", String(repeating: "a", count: 65)])
        }
        let key = chance(id == lastID ? 2 : 5) ? pick(HonestLog.signers) : TestLedger.founder
        lastID = id
        var bytes = try entry(position, seal, time, id, content, signedBy: key)
        if chance(14) { mutate(&bytes) }
        try log.append(bytes)
    }

    /// By its parts, since the encoder writes nothing that it would not read.
    private func entry(
        _ position: Position, _ seal: Hash, _ time: Int64, _ id: String, _ content: [UInt8],
        signedBy key: SigningKey
    ) throws -> [UInt8] {
        let header = Item.map([
            Field(.unsigned(1), .negative(18)), Field(.unsigned(4), .bytes(key.publicKey.id.bytes)),
            Field(.unsigned(16), .text(Array(COSE.entryType.utf8))),
        ]).encoded
        let payload =
            [0xa5]
            + [
                Item.unsigned(1), .unsigned(position.index), .unsigned(2), .bytes(seal.bytes),
                .unsigned(3),
                time < 0 ? .negative(UInt64(-1 - time)) : .unsigned(UInt64(time)), .unsigned(4),
                .text(Array(id.utf8)), .unsigned(5),
            ].flatMap(\.encoded) + content
        let signature = try key.signature(
            over: signatureStructure(
                protectedHeader: header.span.bytes, payload: payload.span.bytes))
        return Item.tag(
            18, .array([.bytes(header), .map([]), .bytes(payload), .bytes(signature)])
        ).encoded
    }

    // MARK: What it says

    private mutating func content(in log: JudgedLog) throws -> [UInt8] {
        if chance(5) { return try saidOfLog(log) }
        var content = pick(contents)
        // What was decided next stands where it was, and mostly not elsewhere.
        if chance(4) { return content }
        guard !chance(12), var item = try? Item(content) else {
            mutate(&content)
            return content
        }
        for _ in 0..<(chance(3) ? 2 : 1) { mutate(&item) }
        return item.encoded
    }

    private mutating func saidOfLog(_ log: JudgedLog) throws -> [UInt8] {
        let size = log.frontier.size.count
        let void = log.voids.last?.0.index ?? size
        func act(_ kind: UInt64, _ fields: [Field], _ more: [Item] = [])
            -> [UInt8]
        {
            Item.map([
                Field(.unsigned(1), .tag(100, .unsigned(16_100))),
                Field(
                    .unsigned(5),
                    .array([.array([.unsigned(kind), .unsigned(1), .map(fields)])] + more)
                ),
            ]).encoded
        }
        let near = [0, 1, size / 2, void, size - 1, size, size + 1, UInt64.max]
        let reason = Item.text(Array("Skäl".utf8))
        switch Int.random(in: 0..<11, using: &generator) {
        case 10:
            // Perhaps the last steward.
            let key = Item.bytes(pick(HonestLog.signers).publicKey.bytes)
            return act(111, [Field(.unsigned(1), key)])
        case 0..<5:
            var (first, last) = (void, void)
            if chance(3) { (first, last) = (pick(near), pick(near)) }
            var root = Hash.emptyTree.bytes
            if !chance(5), first <= last, last < size {
                var tree = Frontier()
                for index in first...last {
                    tree.append(try log.entries.leaf(at: Position(index)))
                }
                root = tree.root.bytes
            }
            return act(
                62,
                [
                    Field(.unsigned(1), .unsigned(first)), Field(.unsigned(2), .unsigned(last)),
                    Field(.unsigned(3), .bytes(root)), Field(.unsigned(4), reason),
                ])
        case 5..<8:
            return act(
                63, [Field(.unsigned(1), .unsigned(pick(near))), Field(.unsigned(2), reason)])
        case 8:
            let remark = [Field(.unsigned(pick([0, 7])), .array([reason]))]
            return act(pick([999, 1000, 1999, 2000]), remark)
        default:
            return chance(4)
                ? act(64, [Field(.unsigned(1), .unsigned(pick([0, 1, 2, 7, 1 << 32])))])
                : act(
                    60, [Field(.unsigned(1), .unsigned(pick(near))), Field(.unsigned(2), reason)])
        }
    }

    // MARK: Changes

    private mutating func mutate(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let index = bytes.indices.randomElement(using: &generator)!
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes.remove(at: index)
        case 3: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: index)
        default: bytes.removeLast(Int.random(in: 1...min(8, bytes.count), using: &generator))
        }
    }

    private mutating func mutate(_ item: inout Item) {
        let other = (try? Item(pick(contents))) ?? item
        let donor = other[Int.random(in: 0..<other.count, using: &generator)]
        var maker = self
        item.change(Int.random(in: 0..<item.count, using: &generator)) {
            maker.change(&$0, for: donor)
        }
        generator = maker.generator
    }

    private mutating func change(_ item: inout Item, for donor: Item) {
        if chance(6) {
            item = donor
            return
        }
        switch item {
        case .unsigned(let number): item = self.number(near: number)
        case .negative(let number):
            item = pick([.negative(number &+ 1), .unsigned(number), .negative(1 << 40)])
        case .text(let bytes): item = .text(text(like: bytes))
        case .bytes(var bytes):
            mutate(&bytes)
            item = pick([.bytes(bytes), .text(bytes), .bytes(Array(repeating: 1, count: 32))])
        case .array(var items):
            change(&items, for: donor)
            item = .array(items)
        case .map(var pairs):
            let place = pairs.indices.randomElement(using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: if let place { pairs.remove(at: place) }
            case 1: if let place { pairs.insert(pairs[place], at: place) }
            case 2: pairs.append(Field(.unsigned(UInt64(pairs.count + 1)), donor))
            case 3: if let place { pairs[place].value = donor }
            default:
                var last: UInt64 = 0
                if case .unsigned(let key)? = pairs.last?.key { last = key }
                pairs.append(
                    Field(.unsigned(last &+ 1), pick([donor, .text([0x61]), .unsigned(1)])))
            }
            item = .map(pairs)
        case .tag(let number, let inner):
            item = pick([inner, .tag(number ^ 1, inner), .tag(number, donor), .tag(4, inner)])
        case .other:
            item = pick([
                .other([0xf4]), .other([0xf5]), .other([0xf6]), .other([0xf9, 0x3c, 0x00]),
            ])
        }
    }

    private mutating func change(_ items: inout [Item], for donor: Item) {
        let place = items.indices.randomElement(using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: if let place { items.remove(at: place) }
        case 1: if let place { items.insert(items[place], at: place) }
        case 2: items.append(donor)
        case 3: items.reverse()
        case 4: items.removeAll()
        default: if let place { items[place] = donor }
        }
    }

    private mutating func number(near number: UInt64) -> Item {
        pick([
            .unsigned(number &+ 1), .unsigned(number &- 1), .unsigned(0), .unsigned(1),
            .unsigned(2),
            .unsigned(number ^ 4), .unsigned(UInt64(UInt32.max)), .unsigned(1 << 32),
            .unsigned(.max), .negative(number), .unsigned(2_932_896), .unsigned(2_932_897),
            .negative(719_161), .negative(719_162), .text(Array("\(number)".utf8)), .other([0xf5]),
        ])
    }

    private mutating func text(like bytes: [UInt8]) -> [UInt8] {
        let forms = [
            "", " ", "a", "KS", "ks", "K S", "ÅÄÖ", "A\u{30a}", "\u{212b}", "\u{1b}[2J", "a\nb",
            "a\tb",
            "\u{7f}", "\u{85}", "\u{ad}", "\u{200b}", "\u{202e}", "\u{2066}", "\u{feff}",
            "\u{fffd}",
            "\u{ffff}", "\u{e0001}", "\u{1f600}", "2018", "2018-T2", "2018-T4", "2018-H1",
            "2018-Q4",
            "2018-13", "2018-02-30", "2018-02-29", "2015/2018", "2018/2015", "2015/2015", "04-30",
            "02-30", "12-31", "4-30", "09/11", "11/09", "04", "13", "02-29", "Europe/Stockholm",
            "Europe/Nowhere", "right/UTC", "posix/UTC", "localtime", "Factory", "UTC", "a/b", "-a",
            "1a", "A", String(repeating: "A", count: 12), String(repeating: "A", count: 13),
            String(repeating: "a", count: 64), String(repeating: "a", count: 65), "0001", "0000",
            "10000", "2018-w1", "2018-W01",
        ]
        var changed = bytes
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: mutate(&changed)
        case 1: changed += Array(pick(forms).utf8)
        default: changed = Array(pick(forms).utf8)
        }
        return changed
    }
}
