import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Keys
import PlanLog
import Registry
import Reports
import TransparencyLog
import Views

struct KeyListCommand: AskingCommand {
    static let configuration = CommandConfiguration(.keyList)

    @OptionGroup var options: LedgerOptions
    @Option(help: .of(.keyListKnown, "date")) var known: CalendarDate?

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> KeysQuestion {
        // In a rehearsal, it is as late as was chosen last.
        let now = ledger.isRehearsal ? views.recordedAt : Surroundings.now()
        return KeysQuestion(
            asOf: try known.map { try ledger.calendar(in: views).end(of: $0) } ?? now)
    }

    func moment(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> Moment {
        try ledger.moment(
            effective: known, known: known, now: Surroundings.now(), in: log, views)
    }
}

struct KeyGrantCommand: ParsableCommand {
    enum Role: String, ExpressibleByArgument, CaseIterable {
        case steward, registrar
    }

    static let configuration = CommandConfiguration(.keyGrant)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.keyGrantKey, "key")) var key: String
    @Option(help: .of(.keyGrantRole)) var role: Role
    @Option(parsing: .upToNextOption, help: .of(.keyGrantCommittee, "code"))
    var committee: [CommitteeCode] = []
    @Option(help: .of(.keyGrantUntil, "date")) var until: CalendarDate?
    @Option(help: .of(.keyGrantHolder, "text")) var holder: String?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try options.reporting {
            if role == .steward, !committee.isEmpty { throw UsageError.roleWithoutCommittees }
            let publicKey = try PublicKey(given: key)
            let ledger = try options.open(for: recording)
            let grant = KeyGrant(
                Writer(publicKey), committees: role == .registrar ? committee : nil,
                until: try until.map { try ledger.calendar().end(of: $0) }, holder: holder)
            try options.record([recording.proposal(.grantKey(grant))], in: ledger, recording)
        }
    }
}

struct KeyRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.keyRevoke)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.keyRevokeKey, "key")) var key: String
    @Option(help: .of(.reason, "text")) var reason: String?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try options.reporting {
            let ledger = try options.open(for: recording)
            let command = Command.revokeKey(try writer(in: ledger), reason: reason)
            try options.record([recording.proposal(command)], in: ledger, recording)
        }
    }

    private func writer(in ledger: Ledger) throws -> Writer {
        if !key.isEmpty, key.count <= 2 * KeyID.byteCount, key.allSatisfy(\.isHexDigit) {
            let founder = Writer(ledger.log.founding.founder)
            let named = try ledger.read { log, views in
                try views.keys().writers(founder: founder, known: log.size.last ?? Position(0))
            }.filter { $0.idText.hasPrefix(key.lowercased()) }
            if named.count > 1 { throw UsageError.ambiguousKey(key) }
            if let writer = named.first { return writer }
            throw UsageError.unknownKeyID(key)
        }
        return Writer(try PublicKey(given: key))
    }
}

extension PublicKey {
    /// A public key as people have it: written out, or in a file.
    init(given text: String) throws {
        if let key = PublicKey(openSSH: text) {
            self = key
        } else if case .elsewhere(let key)? = try? KeyFile(path: text).load() {
            self = key
        } else {
            throw UsageError.badKey(text)
        }
    }
}
