import Coordinates
package import EntryLog
package import Failures
package import Handlingsplan
package import TransparencyLog

/// Who may sign, as far as the entries taken in say: every signature is checked against these.
package struct Signers: Sendable {
    private var founder: PublicKey?
    /// Every key that ever had a right.
    private var keys: [KeyID: PublicKey] = [:]
    private var register = KeyRegister()

    /// Nobody may, until a founding entry was taken in.
    package init() {}

    /// Those that a ledger's register names.
    package init(_ founding: Founding, _ register: KeyRegister) {
        self.register = register
        take(founding)
        for change in register.changes where change.right != nil {
            if let key = change.writer.publicKey { keys[key.id] = key }
        }
    }

    /// Takes in what a founding entry says. Only the first one counts.
    package mutating func take(_ founding: Founding) {
        guard founder == nil else { return }
        founder = founding.founder
        keys[founding.founder.id] = founding.founder
    }

    /// Takes in the rights that an act gives and takes.
    package mutating func take(_ recorded: RecordedAct) throws(ImpossibleEvent) {
        for (event, facts) in zip(recorded.act.events, recorded.facts)
        where facts.about == [.keys] {
            try register.evolve(event, at: recorded.stamp)
            if case .keyGranted(let writer, _) = event, let key = writer.publicKey {
                keys[key.id] = key
            }
        }
    }

    /// The key that signed an entry, whatever it may record.
    package func signer(of entry: borrowing Entry) throws(UnsoundSignature) -> PublicKey {
        guard let key = keys[entry.keyID] else { throw .unknownSigner(entry.keyID) }
        guard entry.isSigned(by: key) else { throw .doesNotHold }
        return key
    }

    /// Why a key may not record an act after those taken in; nil where it may.
    /// - Parameter committees: of the ledger before the act, for those that a right names.
    package func objection<Failure>(
        to recorded: RecordedAct, by signer: PublicKey,
        _ committees: (CommitteeNumber) throws(Failure) -> CommitteeStory?
    ) throws(Failure) -> RightObjection? {
        guard let founder else { return .noRight }
        return try register.objection(
            to: recorded, by: Writer(signer), founder: Writer(founder), committees)
    }
}

extension Signers {
    /// Whether a key has some right for the entry at a position.
    func hasRight(_ key: PublicKey, before position: Position) -> Bool {
        guard let founder, let known = TreeSize(position.index).last else { return false }
        return register.right(of: Writer(key), founder: Writer(founder), known: known) != nil
    }

    /// Whether anybody is a steward for good once the entry at a position is taken in.
    func haveLastingSteward(at position: Position) -> Bool {
        guard let founder else { return false }
        return register.hasLastingSteward(founder: Writer(founder), known: position)
    }
}

extension RecordedAct {
    /// Whether it gives or takes a right.
    package var changesRights: Bool { facts.contains { $0.about == [.keys] } }
}

/// Why a signature shows nothing.
package enum UnsoundSignature: Error, Hashable, Sendable {
    /// No key of this id ever had a right.
    case unknownSigner(KeyID)
    case doesNotHold
}

extension UnsoundSignature: Failing {
    package var failureKind: FailureKind { .storage("unsound-signature") }
}
