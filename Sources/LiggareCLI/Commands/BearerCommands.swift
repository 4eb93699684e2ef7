import Annexes
import ArgumentParser
import EntryLog
import Handlingsplan
import Registry
import Reports

struct PartnerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .partner, subcommands: [Link.self, Unlink.self])

    struct Link: RecordingCommand {
        static let configuration = CommandConfiguration(.partnerLink)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.partnerName)) var name: String
        @OptionGroup var bearer: BearerOptions
        @Option(help: .of(.partnerRole)) var role: String?
        @OptionGroup var recording: RecordingOptions

        func command() throws -> Command {
            .linkPartner(try bearer(), Partner(name: name, role: role))
        }
    }

    struct Unlink: RecordingCommand {
        static let configuration = CommandConfiguration(.partnerUnlink)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.partnerName)) var name: String
        @OptionGroup var bearer: BearerOptions
        @OptionGroup var recording: RecordingOptions

        func command() throws -> Command { .unlinkPartner(try bearer(), name: name) }
    }
}

struct AttachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.attach)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.file)) var file: String
    @OptionGroup var bearer: BearerOptions
    @Option(help: .of(.attachCommittee, "code")) var committee: CommitteeCode?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try options.reporting {
            let ledger = try options.open(for: recording)
            let found = try ledger.annexes.digest(ofFileAt: file)
            var command = try command(found)
            if !recording.dryRun {
                // What a rule forbids leaves no file behind.
                _ = try ledger.tryOut(
                    try recording.request([recording.proposal(command)], in: ledger))
                command = try self.command(try ledger.annexes.store(fileAt: file))
            }
            try options.record([recording.proposal(command)], in: ledger, recording)
        }
    }

    private func command(_ stored: StoredAnnex) throws -> Command {
        guard let digest = Digest256(stored.digest) else {
            preconditionFailure("a SHA-256 has 32 bytes")
        }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return .attach(
            try bearer(or: committee),
            Annex(name: name, digest: digest, byteCount: stored.byteCount))
    }
}

/// What a partner or an annex belongs to: one of these.
struct BearerOptions: ParsableArguments {
    @Option(help: .of(.bearerDocument, "slug")) var document: DocumentSlug?
    @Option(help: .of(.bearerAction, "number")) var action: ActionNumber?

    func callAsFunction() throws -> NamedBearer {
        try only(of: named, "--document", "--action")
    }

    func callAsFunction(or committee: CommitteeCode?) throws -> NamedBearer {
        try only(
            of: named + (committee.map { [.committee($0)] } ?? []), "--document", "--action",
            "--committee")
    }

    private var named: [NamedBearer] {
        (document.map { [.document($0)] } ?? []) + (action.map { [.action($0)] } ?? [])
    }

    private func only(of named: [NamedBearer], _ options: String...) throws -> NamedBearer {
        guard named.count == 1 else { throw UsageError.oneBearer(options) }
        return named[0]
    }
}
