import Answers
import ArgumentParser
import Checkpoints
import Coordinates
import EntryLog
import Extracts
import Handlingsplan
import Registry
import Reports
import TransparencyLog
import Views

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.extract)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var signing: CheckpointOptions
    @Option(help: .of(.extractAction, "number")) var action: ActionNumber?
    @Option(help: .of(.extractCommittee, "code")) var committee: CommitteeCode?
    @Option(help: .of(.extractTo, "date")) var to: CalendarDate?
    @Option(help: .of(.extractEffective, "date")) var effective: CalendarDate?
    @Option(help: .of(.out, "file")) var out: String?

    func run() throws {
        try options.reporting {
            let subject = try subject()
            let ledger = try options.open(.readOnly)
            let (output, caveats) = try ledger.read { log, views in
                let moment = try ledger.moment(
                    effective: effective ?? to, known: to, now: Surroundings.now(), in: log, views)
                let output = try extract(
                    Extract.Question(subject, at: moment), from: log, views, of: ledger)
                return (output, try ledger.caveats(in: views))
            }
            try options.deliver(output, to: out)
            options.remark(on: caveats)
        }
    }

    private func subject() throws -> Extract.Question.Subject {
        switch (action, committee) {
        case (let action?, nil): .action(action)
        case (nil, let committee?): .committee(committee)
        default: throw UsageError.oneSubject
        }
    }

    private func extract(
        _ question: Extract.Question, from log: borrowing LogSnapshot, _ views: ViewSet,
        of ledger: Ledger
    ) throws -> EvidenceOutput {
        if let action { try views.requireAction(action) }
        let grounds = try views.grounds(of: question)
        let founding = ledger.log.founding
        let (checkpoint, note) = try signing.checkpoint(
            holding: question.moment.known, in: log, of: ledger)
        let extract = try Extract(
            question, from: grounds, of: log, at: checkpoint, note: note,
            signedBy: founding.verificationKey
        ) { try extractReading($0, at: question.moment, $1, in: options.words) }
        return EvidenceOutput(
            kind: .extract, file: extract.description, entries: extract.proofs.map(\.position),
            checkpoint: checkpoint, isRehearsal: ledger.isRehearsal)
    }
}
