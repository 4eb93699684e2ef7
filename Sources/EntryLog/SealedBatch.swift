package import Coordinates
package import TransparencyLog

/// The entries of one command, signed and sealed on the head that they are to follow. Making one
/// touches no storage, so a signature may take its time.
package struct SealedBatch: Sendable {
    /// The format's limit, that of the entry bundles of C2SP tlog-tiles.
    package static let entryByteLimit = EntryBundle.maximumEntryByteCount
    /// What an entry's content may take of it: the rest is for the header, the other fields and
    /// the signature.
    package static let contentByteLimit = entryByteLimit - 512

    /// Nil for a copy of an entry that is malformed, and of no command.
    let commandID: CommandID?
    /// The tree that the entries are sealed on.
    let before: Frontier
    /// What the log says of its end, which is replaced.
    let stored: Frontier
    /// What the next batch is to be sealed on.
    package let after: Head
    let entries: [[UInt8]]

    init(commandID: CommandID?, before: Frontier, after: Head, entries: [[UInt8]]) {
        self.commandID = commandID
        self.before = before
        stored = before
        self.after = after
        self.entries = entries
    }

    /// - Parameters:
    ///   - contents: one deterministic CBOR item for each entry, at least one.
    ///   - head: what the entries before them give.
    ///   - stored: what the log says of its end, where that is something else.
    ///   - recordedAt: what `Log.admit` gave on this head.
    /// - Throws: `EntryLogError.entryTooLarge`.
    package init(
        _ contents: [[UInt8]], commandID: CommandID, on head: Head, replacing stored: Head? = nil,
        recordedAt: Timestamp, signedBy key: some Signer
    ) throws {
        precondition(!contents.isEmpty, "a command has at least one entry")
        precondition(recordedAt >= head.recordedAt, "recorded times never go back")
        try self.init(
            contents.map { ($0, nil) }, commandID, on: head.frontier,
            replacing: (stored ?? head).frontier, recordedAt, signedBy: key)
    }

    /// The founding entry, on nothing.
    init(
        _ founding: Founding, commandID: CommandID, recordedAt: Timestamp,
        signedBy key: some Signer
    ) throws {
        try self.init(
            [(content: [], founding)], commandID, on: Frontier(), replacing: Frontier(), recordedAt,
            signedBy: key)
    }

    private init(
        _ payloads: [(content: [UInt8], founding: Founding?)], _ commandID: CommandID,
        on before: Frontier, replacing stored: Frontier, _ recordedAt: Timestamp,
        signedBy key: some Signer
    ) throws {
        var frontier = before
        entries = try payloads.map { payload in
            try frontier.appendEntry(
                content: payload.content, founding: payload.founding, commandID: commandID,
                recordedAt: recordedAt, signedBy: key)
        }
        self.commandID = commandID
        self.before = before
        self.stored = stored
        after = Head(frontier: frontier, recordedAt: recordedAt)
    }

    var receipt: Receipt {
        Receipt(
            first: before.size.end, size: after.size, recordedAt: after.recordedAt,
            root: after.root, isDuplicate: false)
    }
}

extension Frontier {
    fileprivate mutating func appendEntry(
        content: [UInt8], founding: Founding?, commandID: CommandID, recordedAt: Timestamp,
        signedBy key: some Signer
    ) throws -> [UInt8] {
        let fields = PayloadFields(
            position: size.end, seal: root, recordedAt: recordedAt, commandID: commandID,
            founding: founding)
        let bytes = try encodeEntry(fields, content: content, signedBy: key)
        guard bytes.count <= SealedBatch.entryByteLimit else {
            throw EntryLogError.entryTooLarge(
                byteCount: bytes.count, limit: SealedBatch.entryByteLimit)
        }
        append(Hash.leaf(bytes.rawSpan))
        return bytes
    }
}

/// What the log answers to an append: where the command's entries stand, and the tree with them.
package struct Receipt: Hashable, Sendable {
    package let first: Position
    /// The size of the log with the command's last entry.
    package let size: TreeSize
    package let recordedAt: Timestamp
    /// The root of the tree of that size.
    package let root: Hash
    /// The command had been recorded before; this is its first receipt, and nothing was written.
    package let isDuplicate: Bool

    package var positions: Range<Position> { first..<size.end }
}
