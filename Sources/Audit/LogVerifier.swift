import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import TransparencyLog
import Views

/// Judges entries in order, and folds those that stand: one pass, from the stored bytes alone. What
/// concerns one entry alone, its hash and its signature, is worked out on all cores beforehand.
///
/// Where an entry is missing, or the founding one is malformed, nothing after it can be judged: only
/// forms and signatures are checked from there on.
struct LogVerifier<Fold: ActFold> {
    private(set) var findings: [Finding] = []
    /// What is wrong with void entries: findings in the end, where nobody has dealt with them.
    private var defects: [Position: Problem] = [:]
    private(set) var eventCount = 0
    private(set) var commandCount = 0
    var tileCount: Int { tiles.count }
    /// The annexes that entries name, and the first entry that does.
    private(set) var annexes: [Annex: Position] = [:]
    /// The ledger folded so far; nil once an entry was missing.
    var state: Fold? { isWhole ? folded : nil }
    /// The ledger as far as it could be folded.
    private(set) var folded: Fold

    private var judge: EntryJudge?
    private var isWhole = true
    private var next: Position
    /// The command whose entries are passing, and where they have stood so far.
    private var command: (id: CommandID, positions: Range<Position>)?
    /// The commands that void entries alone are recorded for.
    private var voidCommands: Set<CommandID> = []
    private var tiles: TileVerifier
    private var waiting: [(Position?, [UInt8])] = []
    private var ahead: RecordsAhead?

    fileprivate init(_ fold: Fold, _ judge: EntryJudge?, _ tiles: TileVerifier) {
        folded = fold
        self.judge = judge
        self.tiles = tiles
        next = judge?.size.end ?? Position(0)
    }

    /// The tree over the entries seen, as long as none was missing.
    var frontier: Frontier { judge?.frontier ?? Frontier() }

    /// When the last entry that stands was recorded.
    var recordedAt: Timestamp { judge?.recordedAt ?? Timestamp(milliseconds: 0) }

    /// When the last entry that can be read says that it was recorded, whether it stands or not.
    private(set) var statedAt = Timestamp(milliseconds: 0)

    /// Takes one stored record of `log`, which is checked when there are many, or at the end.
    /// - Throws: what reading `log` throws.
    mutating func take(
        _ position: Position?, _ bytes: RawSpan, in log: borrowing LogSnapshot
    ) throws {
        waiting.append((position, bytes.withUnsafeBytes { Array($0) }))
        if waiting.count == 1024 { try checkAhead(in: log) }
    }

    /// Checks the records that were looked at ahead, while those that wait now are.
    private mutating func checkAhead(in log: borrowing LogSnapshot) throws {
        let ready = ahead
        ahead =
            waiting.isEmpty
            ? nil : RecordsAhead(waiting, signedByAnyOf: judge?.signers ?? Signers())
        waiting = []
        for record in ready?.finish() ?? [] { try check(record, in: log) }
    }

    /// All entries have been taken.
    /// - Parameter voids: of more entries, where void ones were dealt with later.
    mutating func end(
        expecting size: TreeSize, in log: borrowing LogSnapshot,
        knowing voids: VoidEntries = VoidEntries()
    ) throws {
        while ahead != nil || !waiting.isEmpty { try checkAhead(in: log) }
        endCommand(in: log)
        let known = try folded.voids()
        for (position, problem) in defects
        where known.dealtWithAt(position) == nil && voids.dealtWithAt(position) == nil {
            findings.append(Finding(problem, at: position))
        }
        findings = findings.inOrder
        if next < size.end { found(.missing(count: size.count - next.index), at: next) }
        // A replay ends before the log does, and its last tiles have been filled since.
        if isWhole, size == log.size {
            findings += try tiles.checkLast(of: size, in: log).map { Finding($0) }
        }
    }

    private mutating func check(
        _ record: StoredRecord, in log: borrowing LogSnapshot
    ) throws {
        guard let position = record.position else { return findings.append(Finding(.strayRecord)) }
        if position > next { found(.missing(count: position.index - next.index), at: next) }
        next = position.treeSize.end
        if let time = record.recordedAt { statedAt = time }
        if position == Position(0) {
            try found(record, in: log)
        } else if isWhole {
            try judge(record, at: position, in: log)
        } else if let defect = judge?.defect(of: record.bytes.span.bytes, at: position) {
            findings.append(Finding(Problem(defect), at: position))
        }
    }

    /// After this, nothing can be judged.
    private mutating func found(_ problem: Problem, at position: Position) {
        findings.append(Finding(problem, at: position))
        isWhole = false
    }

    private mutating func found(_ record: StoredRecord, in log: borrowing LogSnapshot) throws {
        let (bytes, first) = (record.bytes.span.bytes, Position(0))
        do {
            let entry = try Entry(decoding: bytes)
            guard entry.position == first else {
                return found(.wrongPosition(stated: entry.position), at: first)
            }
            var problems: [Problem] = []
            let judge = try EntryJudge(founding: bytes) {
                problems += try tiles.check($0, $1, in: log)
            }
            self.judge = judge
            if entry.seal != .emptyTree {
                problems.append(.brokenSeal(stated: entry.seal, computed: .emptyTree))
            }
            if let defect = judge.defect(of: bytes, at: first) { problems.append(Problem(defect)) }
            findings += problems.map { Finding($0, at: first) }
            pass(entry.commandID, at: first, in: log)
        } catch let error as MalformedEntry {
            found(.malformed(error.description), at: first)
        }
    }

    private mutating func judge(
        _ record: StoredRecord, at position: Position, in log: borrowing LogSnapshot
    ) throws {
        // Held by nobody else while it judges, or its keys and its tree would be copied.
        guard var judge = self.judge.take() else { return }
        defer { self.judge = judge }
        var problems: [Problem] = []
        let bytes = record.bytes.span.bytes
        let standing = try judge.judge(
            bytes, leaf: record.leaf, signer: record.signer, after: folded, in: log
        ) { problems += try tiles.check($0, $1, in: log) }
        switch standing {
        case .act(let recorded, let command):
            pass(command, at: position, in: log)
            eventCount += recorded.act.events.count
            for case .annexAttached(_, let annex) in recorded.act.events {
                annexes[annex] = annexes[annex] ?? position
            }
            do {
                try folded.take(recorded)
            } catch let error as ImpossibleEvent {
                found(.impossible(error), at: position)
            }
        case .void(let defect):
            defects[position] = Problem(defect)
            try folded.passOver(position, defect.reason)
            if let command, try log.positions(of: command.id)?.contains(position) ?? false {
                self.command = (command.id, command.positions.lowerBound..<position.treeSize.end)
                break
            }
            endCommand(in: log)
            command = nil
            if let id = try? Entry(decoding: bytes).commandID,
                try log.positions(of: id)?.contains(position) ?? false,
                voidCommands.insert(id).inserted
            {
                commandCount += 1
            }
        }
        findings += problems.map { Finding($0, at: position) }
    }

    /// The entries of a command stand side by side, and its record says where.
    private mutating func pass(
        _ id: CommandID, at position: Position, in log: borrowing LogSnapshot
    ) {
        var first = position
        if let command, command.id == id {
            first = command.positions.lowerBound
        } else {
            endCommand(in: log)
            commandCount += 1
        }
        command = (id, first..<position.treeSize.end)
    }

    private mutating func endCommand(in log: borrowing LogSnapshot) {
        guard let command, (try? log.positions(of: command.id)) != command.positions else { return }
        findings.append(
            Finding(.commandRecordDiffers(command.id), at: command.positions.lowerBound))
    }
}

extension Problem {
    init(_ defect: Defect) {
        switch defect {
        case .malformed(let detail): self = .malformed(detail)
        case .position(let stated): self = .wrongPosition(stated: stated)
        case .signer(let key): self = .unknownSigner(key)
        case .signature: self = .badSignature
        case .seal(let stated, let computed):
            self = .brokenSeal(stated: stated, computed: computed)
        case .command(let id): self = .otherSigner(id)
        case .time(let before, let time): self = .timeGoesBack(from: before, to: time)
        case .act(let error): self = .notAnAct(error)
        case .correction(let target): self = .badCorrection(of: target)
        case .right(let key, let objection): self = .notPermitted(key, objection)
        case .event(let error): self = .impossible(error)
        case .disregard(let run): self = .badDisregard(run)
        case .clock(let before, let time): self = .badClock(from: before, to: time)
        case .format(let format, let inForce): self = .badFormat(format, inForce: inForce)
        case .steward: self = .noSteward
        }
    }
}

extension LogVerifier<LedgerState> {
    /// Begins with an empty tree.
    init() { self.init(LedgerState(), nil, TileVerifier()) }
}

extension LogVerifier<ViewSet> {
    /// Begins where views stand, all entries in which were judged.
    init(resuming log: borrowing LogSnapshot, over views: ViewSet) throws {
        self.init(
            views, try views.judge(resumingIn: log),
            try TileVerifier(resumingAt: views.size, in: log))
        // The last command's entries may go on, and it has been verified where they began.
        if let last = views.size.last, !(try views.voids().contains(last)),
            let id = try? log.entry(at: last, { $0.commandID }),
            let positions = try log.positions(of: id), positions.contains(last)
        {
            command = (id, positions.lowerBound..<views.size.end)
        }
    }
}
