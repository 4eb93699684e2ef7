package import Coordinates
package import EntryLog
package import Handlingsplan
package import TransparencyLog

/// What an entry is after those before it: an act that has effect, or void.
package enum Standing: Sendable {
    /// With the command that it is an entry of.
    case act(RecordedAct, CommandID)
    case void(Defect)
}

/// Why an entry is void, in full.
package enum Defect: Hashable, Sendable {
    case malformed(String)
    case position(stated: Position)
    case signer(KeyID)
    case signature
    case seal(stated: Hash, computed: Hash)
    case command(CommandID)
    case time(from: Timestamp, to: Timestamp)
    case act(ActError)
    case correction(of: Position)
    case right(KeyID, RightObjection)
    case event(ImpossibleEvent)
    case disregard(VoidRun)
    /// The time that the last entry which is left right counts for.
    case clock(from: Timestamp, to: Timestamp)
    case format(UInt64, inForce: UInt64)
    case steward

    package var reason: VoidReason {
        switch self {
        case .malformed: .malformed
        case .position: .position
        case .signer: .signer
        case .signature: .signature
        case .seal: .seal
        case .command: .command
        case .time: .time
        case .act: .act
        case .correction: .correction
        case .right: .right
        case .event: .event
        case .disregard: .disregard
        case .clock: .clock
        case .format: .format
        case .steward: .steward
        }
    }
}

/// Thrown here, and caught here.
extension Defect: Error {}

/// Judges the entries of a log in their order, each after those before it: whether it stands. This is
/// the one place that says so; whatever has effect, counts or is shown went through here.
///
/// It holds what entries must fit that no view has: the tree over those before, the last recorded
/// time, and the keys. Of the ledger that they lead to it is told with each entry.
package struct EntryJudge: Sendable {
    package private(set) var signers: Signers
    /// The tree over all entries judged, void ones too.
    package private(set) var frontier: Frontier
    /// The last entry that stands.
    private var last: LastStanding
    /// The format in force for the next entry.
    private var format: UInt64
    /// The last entry that was signed with a right, and whose seal does not fit; nil once a later one
    /// fits, whose signer saw the entries before it as they are.
    package private(set) var misfit: Position?

    /// Goes on after entries that were judged before.
    package init(
        signers: Signers, frontier: Frontier, last: LastStanding, format: UInt64
    ) {
        self.signers = signers
        self.frontier = frontier
        self.last = last
        self.format = format
    }

    /// Begins with the founding entry, which is taken as it is: what is wrong with it is an audit's
    /// to find.
    /// - Parameter completed: is told of the subtree that it completes.
    package init(
        founding bytes: RawSpan, completed: (Subtree, Hash) throws -> Void = { _, _ in }
    ) throws {
        let (founding, last) = try Entry.lend(bytes, at: Position(0)) {
            ($0.founding, LastStanding($0))
        }
        guard let founding else {
            throw EntryLogError.damagedEntry(Position(0), "it does not found a ledger")
        }
        var signers = Signers()
        signers.take(founding)
        var frontier = Frontier()
        try frontier.append(Hash.leaf(bytes), completed: completed)
        self.init(
            signers: signers, frontier: frontier, last: last, format: LogFormat.first)
    }

    package var size: TreeSize { frontier.size }

    /// When the last entry that stands was recorded.
    package var recordedAt: Timestamp { last.recordedAt }

    /// Judges the next entry by its stored bytes. If it stands, its act is what the ledger takes next.
    /// - Parameters:
    ///   - leaf: the bytes' leaf hash, and `signer`, whose signature was found to hold, where these
    ///     were worked out before.
    ///   - ledger: what the entries before it led to.
    ///   - log: where acts that it corrects are read.
    ///   - completed: is told of the subtrees that the entry completes.
    /// - Throws: `EntryLogError.newerFormat`, where it is in a format that this program does not know;
    ///   what reading and `completed` throw.
    package mutating func judge<Ledger: LedgerReading, Reader: EntryReader & ~Copyable>(
        _ bytes: RawSpan, leaf: Hash? = nil, signer: PublicKey? = nil, after ledger: Ledger,
        in log: borrowing Reader, completed: (Subtree, Hash) throws -> Void = { _, _ in }
    ) throws -> Standing {
        let root = frontier.root
        let position = size.end
        guard format <= LogFormat.newest else {
            throw EntryLogError.newerFormat(found: format, supported: LogFormat.newest)
        }
        try frontier.append(leaf ?? Hash.leaf(bytes), completed: completed)
        do {
            let entry = try read(bytes, at: position)
            let key = try signer ?? self.signer(of: entry)
            try checkSeal(of: entry, on: root, signedBy: key)
            let recorded = try act(of: entry, after: ledger, in: log)
            try check(recorded, signedBy: key, after: ledger)
            try checkWhatIsSaid(by: recorded, in: log, against: ledger)
            last = LastStanding(entry)
            misfit = nil
            return .act(recorded, entry.commandID)
        } catch let defect as Defect {
            return .void(defect)
        }
    }

    /// What is wrong with an entry by itself: its form, or its signature. For one whose standing cannot
    /// be judged, since those before it are not all there.
    package func defect(of bytes: RawSpan, at position: Position) -> Defect? {
        do {
            _ = try signer(of: try read(bytes, at: position))
            return nil
        } catch {
            return error
        }
    }

    @_lifetime(copy bytes)
    private func read(_ bytes: RawSpan, at position: Position) throws(Defect) -> Entry {
        guard bytes.byteCount <= SealedBatch.entryByteLimit else {
            throw .malformed("\(bytes.byteCount) bytes")
        }
        let entry: Entry
        do {
            entry = try Entry(decoding: bytes)
        } catch {
            throw .malformed(error.description)
        }
        guard entry.position == position else { throw .position(stated: entry.position) }
        return entry
    }

    private func signer(of entry: borrowing Entry) throws(Defect) -> PublicKey {
        do {
            return try signers.signer(of: entry)
        } catch {
            switch error {
            case .unknownSigner(let key): throw .signer(key)
            case .doesNotHold: throw .signature
            }
        }
    }

    private mutating func checkSeal(
        of entry: borrowing Entry, on root: Hash, signedBy key: PublicKey
    ) throws(Defect) {
        guard entry.seal == root else {
            if signers.hasRight(key, before: entry.position) { misfit = entry.position }
            throw .seal(stated: entry.seal, computed: root)
        }
        guard entry.commandID != last.commandID || entry.keyID == last.keyID else {
            throw .command(entry.commandID)
        }
    }

    private func act<Ledger: LedgerReading, Reader: EntryReader & ~Copyable>(
        of entry: borrowing Entry, after ledger: Ledger, in log: borrowing Reader
    ) throws -> RecordedAct {
        let decoded = Result { () throws(ActError) in try Act(admitting: entry.content) }
        if entry.recordedAt < last.recordedAt, (try? decoded.get())?.clockDeclared == nil {
            throw Defect.time(from: last.recordedAt, to: entry.recordedAt)
        }
        let act: Act
        do {
            act = try decoded.get()
        } catch {
            throw Defect.act(error)
        }
        let targets = act.events.compactMap(\.facts.corrects)
        for target in targets {
            guard target > Position(0), target < entry.position,
                !(try ledger.voids().contains(target)),
                try ledger.corrections(of: target).isUpright
            else { throw Defect.correction(of: target) }
        }
        do {
            return try recordedAct(entry, of: act, in: log)
        } catch is ActError {
            // Twice over in one act, or corrections of corrections without end.
            throw Defect.correction(of: targets[0])
        }
    }

    /// Takes in the rights that the act gives and takes, if it stands.
    private mutating func check<Ledger: LedgerReading>(
        _ recorded: RecordedAct, signedBy key: PublicKey, after ledger: Ledger
    ) throws {
        let objection = try signers.objection(to: recorded, by: key) { try ledger.committee($0) }
        if let objection { throw Defect.right(key.id, objection) }
        do {
            var counts = try ledger.counts()
            try counts.admit(recorded)
            guard recorded.changesRights else { return }
            var after = signers
            try after.take(recorded)
            guard after.haveLastingSteward(at: recorded.position) else { throw Defect.steward }
            signers = after
        } catch let error as ImpossibleEvent {
            throw Defect.event(error)
        }
    }

    /// What an act says of the log itself, against the log.
    private mutating func checkWhatIsSaid<Ledger: LedgerReading, Reader: EntryReader & ~Copyable>(
        by recorded: RecordedAct, in log: borrowing Reader, against ledger: Ledger
    ) throws {
        guard recorded.facts.first?.isOfLog == true else { return }
        let story = try ledger.logStory()
        switch recorded.act.events[0] {
        case .entriesDisregarded(let run, _):
            guard run.last < recorded.position, story.voids.areAll(run),
                try log.root(over: run) == run.root
            else { throw Defect.disregard(run) }
        case .clockDeclared(let first, _):
            let before = try story.time(before: first, in: log)
            guard recorded.recordedAt >= before else {
                throw Defect.clock(from: before, to: recorded.recordedAt)
            }
        case .formatRaised(let raised):
            guard raised > format else { throw Defect.format(raised, inForce: format) }
            format = raised
        default: break
        }
    }
}

/// What the next entry must fit of the last one that stands.
package struct LastStanding: Sendable {
    package let recordedAt: Timestamp
    let commandID: CommandID
    let keyID: KeyID

    package init(_ entry: borrowing Entry) {
        recordedAt = entry.recordedAt
        commandID = entry.commandID
        keyID = entry.keyID
    }
}
