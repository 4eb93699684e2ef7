import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import TransparencyLog

/// Checks entries in order, and folds them: one pass, from the stored bytes alone. What concerns one
/// entry alone, its hash and its signature, is worked out on all cores beforehand.
///
/// After a break in the chain (an entry missing or malformed, a seal that does not fit) the later
/// seals say nothing new and are passed over; forms, signatures and times are checked to the end.
struct LogVerifier<Fold: ActFold> {
    private(set) var findings: [Finding] = []
    /// The tree over the entries seen, as long as none was missing.
    private(set) var frontier: Frontier
    private(set) var recordedAt: Timestamp
    private(set) var eventCount = 0
    private(set) var commandCount = 0
    var tileCount: Int { tiles.count }
    /// The annexes that entries name, and the first entry that does.
    private(set) var annexes: [Annex: Position] = [:]
    /// The ledger folded so far; nil once an act could not be.
    var state: Fold? { isFolding ? folded : nil }
    /// The ledger as far as it could be folded.
    private(set) var folded: Fold

    /// Who may record, as the entries up to here say. It goes on where the fold cannot.
    private var signers: Signers
    private var isChainWhole = true
    private var isFolding = true
    private var next: Position
    /// The command whose entries are passing, and where they have stood so far.
    private var command: (id: CommandID, positions: Range<Position>)?
    private var tiles: TileVerifier
    private var waiting: [(Position?, [UInt8])] = []
    private var ahead: RecordsAhead?

    /// Begins where `fold` stands, in a log that has been verified as far as that.
    init(resuming log: borrowing LogSnapshot, of founding: Founding, over fold: Fold) throws {
        let last = fold.size.last ?? Position(0)
        let (recordedAt, id) = try log.entry(at: last) { ($0.recordedAt, $0.commandID) }
        try self.init(
            fold, frontier: MerkleTree.frontier(of: fold.size, reading: log),
            recordedAt: recordedAt,
            signers: Signers(founding, fold.keys()),
            tiles: TileVerifier(resumingAt: fold.size, in: log))
        // Its entries may go on, and it has been verified where they began.
        if let positions = try log.positions(of: id), positions.contains(last) {
            command = (id, positions.lowerBound..<fold.size.end)
        }
    }

    private init(
        _ fold: Fold, frontier: Frontier, recordedAt: Timestamp, signers: Signers,
        tiles: TileVerifier
    ) {
        self.frontier = frontier
        self.recordedAt = recordedAt
        self.signers = signers
        self.tiles = tiles
        folded = fold
        next = frontier.size.end
    }

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
        ahead = waiting.isEmpty ? nil : RecordsAhead(waiting, signedByAnyOf: signers)
        waiting = []
        for record in ready?.finish() ?? [] { try check(record, in: log) }
    }

    private mutating func check(
        _ record: StoredRecord, in log: borrowing LogSnapshot
    ) throws {
        guard let position = record.position else { return findings.append(Finding(.strayRecord)) }
        if position > next {
            breakChain(.missing(count: position.index - next.index), at: next)
        }
        next = position.treeSize.end
        do {
            let entry = try Entry(decoding: record.bytes.span.bytes)
            checkChain(entry, at: position)
            let signer = checkSigner(of: entry, foundBefore: record.signer, at: position)
            checkCommand(entry, at: position, in: log)
            try fold(entry, signedBy: signer, at: position, in: log)
        } catch let error as MalformedEntry {
            breakChain(.malformed(error.description), at: position)
        }
        if isChainWhole {
            var problems: [Problem] = []
            try frontier.append(record.leaf) { subtree, hash in
                problems += try tiles.check(subtree, hash, in: log)
            }
            findings += problems.map { Finding($0, at: position) }
        }
    }

    /// All entries have been taken.
    mutating func end(expecting size: TreeSize, in log: borrowing LogSnapshot) throws {
        while ahead != nil || !waiting.isEmpty { try checkAhead(in: log) }
        endCommand(in: log)
        if next < size.end {
            breakChain(.missing(count: size.count - next.index), at: next)
        }
        // A replay ends before the log does, and its last tiles have been filled since.
        if isChainWhole, size == log.size {
            findings += try tiles.checkLast(of: size, in: log).map { Finding($0) }
        }
    }

    private mutating func breakChain(_ problem: Problem, at position: Position) {
        findings.append(Finding(problem, at: position))
        isChainWhole = false
        isFolding = false
    }

    private mutating func checkChain(_ entry: borrowing Entry, at position: Position) {
        if entry.position != position {
            breakChain(.wrongPosition(stated: entry.position), at: position)
        }
        if isChainWhole, entry.seal != frontier.root {
            breakChain(.brokenSeal(stated: entry.seal, computed: frontier.root), at: position)
        }
        if entry.recordedAt < recordedAt {
            findings.append(
                Finding(.timeGoesBack(from: recordedAt, to: entry.recordedAt), at: position))
        }
        recordedAt = max(recordedAt, entry.recordedAt)
    }

    /// The key that signed the entry; nil where that is not known, which has been found then.
    private mutating func checkSigner(
        of entry: borrowing Entry, foundBefore signer: PublicKey?, at position: Position
    ) -> PublicKey? {
        if let founding = entry.founding { signers.take(founding) }
        if let signer { return signer }
        do {
            return try signers.signer(of: entry)
        } catch {
            findings.append(Finding(Problem(error), at: position))
            return nil
        }
    }

    /// The entries of a command stand side by side, and its record says where.
    private mutating func checkCommand(
        _ entry: borrowing Entry, at position: Position, in log: borrowing LogSnapshot
    ) {
        var first = position
        if let command, command.id == entry.commandID {
            first = command.positions.lowerBound
        } else {
            endCommand(in: log)
            commandCount += 1
        }
        command = (entry.commandID, first..<position.treeSize.end)
    }

    private mutating func endCommand(in log: borrowing LogSnapshot) {
        guard let command, (try? log.positions(of: command.id)) != command.positions else { return }
        findings.append(
            Finding(.commandRecordDiffers(command.id), at: command.positions.lowerBound))
    }

    private mutating func fold(
        _ entry: borrowing Entry, signedBy signer: PublicKey?, at position: Position,
        in log: borrowing LogSnapshot
    ) throws {
        guard entry.position == position, position > Position(0) else { return }
        do {
            let recorded = try recordedAct(entry, in: log)
            if isPermitted(recorded, by: signer) { try signers.take(recorded) }
            guard isFolding else { return }
            eventCount += recorded.act.events.count
            for case .annexAttached(_, let annex) in recorded.act.events {
                annexes[annex] = annexes[annex] ?? position
            }
            try folded.take(recorded)
        } catch let error as ActError {
            findings.append(Finding(.notAnAct(error), at: position))
            isFolding = false
        } catch let error as ImpossibleEvent {
            findings.append(Finding(.impossible(error), at: position))
            isFolding = false
        } catch is EntryLogError where !isFolding {
            // An entry that this one corrects cannot be read, and that has been found.
        }
    }

    /// Whether the signer, which is nil for one that is not known, may record the act.
    private mutating func isPermitted(
        _ recorded: RecordedAct, by signer: PublicKey?
    ) -> Bool {
        guard let signer else { return false }
        guard let objection = signers.objection(to: recorded, by: signer) else { return true }
        findings.append(Finding(.notPermitted(signer.id, objection), at: recorded.position))
        return false
    }
}

extension Problem {
    fileprivate init(_ unsound: UnsoundSignature) {
        switch unsound {
        case .unknownSigner(let key): self = .unknownSigner(key)
        case .doesNotHold: self = .badSignature
        }
    }
}

extension LogVerifier<LedgerState> {
    /// Begins with an empty tree.
    init() {
        self.init(
            LedgerState(), frontier: Frontier(), recordedAt: Timestamp(milliseconds: 0),
            signers: Signers(), tiles: TileVerifier())
    }
}
