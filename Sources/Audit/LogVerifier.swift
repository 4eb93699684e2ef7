import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import TransparencyLog

/// Checks entries one after the other, and folds them: one pass, from the stored bytes alone.
///
/// After a break in the chain (an entry missing or malformed, a seal that does not fit) the later
/// seals say nothing new and are passed over; forms, signatures and times are checked to the end.
struct LogVerifier {
    private(set) var findings: [Finding] = []
    /// The tree over the entries seen, as long as none was missing.
    private(set) var frontier = Frontier()
    private(set) var recordedAt = Timestamp(milliseconds: 0)
    private(set) var eventCount = 0
    private(set) var commandCount = 0
    var tileCount: Int { tiles.count }
    /// The annexes that entries name, and the first entry that does.
    private(set) var annexes: [Annex: Position] = [:]
    /// The ledger folded so far; nil once an act could not be.
    private(set) var state: LedgerState? = LedgerState()

    /// Who may record, as the entries up to here say. It goes on where the fold cannot.
    private var keys = KeyRegister()
    private var founder: PublicKey?
    /// Every key that ever had a right.
    private var signers: [KeyID: PublicKey] = [:]
    private var isChainWhole = true
    private var next = Position(0)
    /// The command whose entries are passing, and where they have stood so far.
    private var command: (id: CommandID, positions: Range<Position>)?
    private var tiles = TileVerifier()

    /// Checks one stored record of `log`.
    /// - Throws: what reading `log` throws.
    mutating func check(
        _ position: Position?, _ bytes: RawSpan, in log: borrowing LogSnapshot
    ) throws {
        guard let position else { return findings.append(Finding(.strayRecord)) }
        if position > next {
            breakChain(.missing(count: position.index - next.index), at: next)
        }
        next = position.treeSize.end
        do {
            let entry = try Entry(decoding: bytes)
            checkChain(entry, at: position)
            let signer = checkSignature(entry, at: position)
            checkCommand(entry, at: position, in: log)
            try fold(entry, signedBy: signer, at: position, in: log)
        } catch let error as MalformedEntry {
            breakChain(.malformed(error.description), at: position)
        }
        if isChainWhole {
            var problems: [Problem] = []
            try frontier.append(Hash.leaf(bytes)) { subtree, hash in
                problems += try tiles.check(subtree, hash, in: log)
            }
            findings += problems.map { Finding($0, at: position) }
        }
    }

    /// All entries have passed.
    mutating func end(expecting size: TreeSize, in log: borrowing LogSnapshot) {
        endCommand(in: log)
        if next < size.end {
            breakChain(.missing(count: size.count - next.index), at: next)
        }
    }

    private mutating func breakChain(_ problem: Problem, at position: Position) {
        findings.append(Finding(problem, at: position))
        isChainWhole = false
        state = nil
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
    private mutating func checkSignature(
        _ entry: borrowing Entry, at position: Position
    ) -> PublicKey? {
        if founder == nil, let key = entry.founding?.founder {
            founder = key
            signers[key.id] = key
        }
        guard let signer = signers[entry.keyID] else {
            findings.append(Finding(.unknownSigner(entry.keyID), at: position))
            return nil
        }
        if !entry.isSigned(by: signer) {
            findings.append(Finding(.badSignature, at: position))
            return nil
        }
        return signer
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
            if isPermitted(recorded, by: signer) { try takeRights(from: recorded) }
            guard state != nil else { return }
            eventCount += recorded.act.events.count
            for case .annexAttached(_, let annex) in recorded.act.events {
                annexes[annex] = annexes[annex] ?? position
            }
            try state?.evolve(recorded)
        } catch let error as ActError {
            findings.append(Finding(.notAnAct(error), at: position))
            state = nil
        } catch let error as ImpossibleEvent {
            findings.append(Finding(.impossible(error), at: position))
            state = nil
        } catch is EntryLogError where state == nil {
            // An entry that this one corrects cannot be read, and that has been found.
        }
    }

    /// Whether the signer, which is nil for one that is not known, may record the act.
    private mutating func isPermitted(
        _ recorded: RecordedAct, by signer: PublicKey?
    ) -> Bool {
        guard let signer, let founder else { return false }
        let objection = keys.objection(
            to: recorded, by: Writer(signer), founder: Writer(founder))
        if let objection {
            findings.append(Finding(.notPermitted(signer.id, objection), at: recorded.position))
        }
        return objection == nil
    }

    private mutating func takeRights(from recorded: RecordedAct) throws(ImpossibleEvent) {
        for event in recorded.act.events where event.subjects == [.keys] {
            try keys.evolve(event, at: recorded.stamp)
            if case .keyGranted(let writer, _) = event, let key = writer.publicKey {
                signers[key.id] = key
            }
        }
    }
}

/// Compares the stored tiles with the hashes that the entries give.
private struct TileVerifier {
    /// For each level of tiles, the hashes of the tile that is being filled.
    private var filling: [[Hash]] = Array(repeating: [], count: Tile.levels.count)
    /// How many tiles have been filled.
    private(set) var count = 0

    /// Takes the next completed subtree; where it fills a tile, that is compared.
    mutating func check(
        _ subtree: Subtree, _ hash: Hash, in log: borrowing LogSnapshot
    ) throws -> [Problem] {
        guard subtree.level.isMultiple(of: Tile.height) else { return [] }
        let level = subtree.level / Tile.height
        filling[level].append(hash)
        guard filling[level].count == Tile.fullWidth,
            let tile = Tile(
                level: level, index: subtree.index >> UInt64(Tile.height), width: Tile.fullWidth)
        else { return [] }
        let computed = filling[level]
        filling[level] = []
        count += 1
        do {
            guard let stored = try log.storedHashes(of: tile) else { return [.tileMissing(tile)] }
            return stored == computed ? [] : [.tileDiffers(tile)]
        } catch EntryLogError.damaged {
            return [.tileDiffers(tile)]
        }
    }
}
