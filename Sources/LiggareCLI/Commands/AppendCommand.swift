import Answers
import ArgumentParser
import EntryLog
import Exchange
import Failures
import Handlingsplan
import Registry
import Reports

struct AppendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.append)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.appendFile)) var file: String
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try options.reporting {
            let lines = try readLines()
            let proposals = lines.map { line in
                Proposal(
                    line.proposal.steps,
                    effective: line.proposal.effective ?? recording.effective,
                    reference: line.proposal.reference.or(recording.reference))
            }
            do {
                try options.record(proposals, in: try options.open(for: recording), recording)
            } catch let error as RejectedProposal {
                throw refused(lines[error.index], error.step, error.rejection)
            } catch let error as NotPermitted {
                throw refused(lines[error.index ?? 0], error.step, error)
            } catch let rejection as Rejection {
                throw refused(lines[0], nil, rejection)
            }
        }
    }

    private func refused(
        _ line: EventLine, _ step: Int?, _ reason: any Error
    ) -> RefusedLine {
        RefusedLine(file: file, line: line.number, event: step.map { $0 + 1 }, reason: reason)
    }

    private func readLines() throws -> [EventLine] {
        let text = try readText(file)
        do {
            return try EventLine.lines(of: text)
        } catch {
            throw UnreadEvents(file: file, reason: error)
        }
    }
}

extension Reference {
    /// What is said here, and elsewhere where nothing is.
    fileprivate func or(_ other: Reference) -> Reference {
        Reference(
            decision: decision ?? other.decision, dnr: dnr ?? other.dnr, note: note ?? other.note)
    }
}
