import Answers
import Checkpoints
import Coordinates
import EntryLog
import Extracts
import Handlingsplan
import LedgerSupport
import Registry
import TestSupport
import TransparencyLog

/// The answer, as whatever was folded gives it.
func answer<Reader: EntryReader & ~Copyable>(
    to question: Extract.Question, in log: borrowing Reader, by ledger: some LedgerReading
) throws -> String {
    let founding = TestLedger.founding
    switch question.subject {
    case .committee(let code):
        return json(
            PublishedAnswer(
                try BoardQuestion(code).answer(
                    at: question.moment, of: founding, in: log, ledger)))
    case .action(let number):
        return json(
            PublishedAnswer(
                try ActionQuestion(number).answer(
                    at: question.moment, of: founding, in: log, ledger)))
    }
}

extension TestLedger {
    /// The key of its checkpoints.
    static let vkey = founding.verificationKey

    var folder: CheckpointFolder { CheckpointFolder(path: directory.path + "/checkpoints") }

    /// An extract at the log's end, or at an earlier position.
    func extract(
        _ subject: Extract.Question.Subject, on day: CalendarDate, known: Position? = nil,
        cosignedBy witnesses: [NoteSignature] = [], besides others: [Position] = []
    ) throws -> Extract {
        try registry.read { log, views in
            let last = known ?? log.size.last ?? Position(0)
            let question = Extract.Question(subject, at: Moment(effective: day, known: last))
            let (checkpoint, note) = try folder.sign(registry.log, with: Self.checkpointKey) {
                log, _ in log.head.root
            }
            return try Extract(
                question, from: views.grounds(of: question) + others, of: log, at: checkpoint,
                note: note.adding(witnesses), signedBy: Self.vkey
            ) { _, _ in "(the answer)" }
        }
    }
}

extension Extract {
    /// What is found wrong with a file, also where it is none.
    static func kinds(
        in bytes: [UInt8], trusting trust: Trust = Trust(key: TestLedger.vkey)
    ) -> [String] {
        do {
            return try Extract(bytes).check(trusting: trust).findings.map(\.problem.kind)
        } catch {
            return ["malformed"]
        }
    }

    /// What is found wrong with an extract.
    func kinds(trusting trust: Trust = Trust(key: TestLedger.vkey)) -> [String] {
        Extract.kinds(in: bytes, trusting: trust)
    }

    /// The same with another answer for programs.
    func stating(_ answer: String) -> Extract {
        Extract(question, reading: reading, answer: answer, proofs: proofs)
    }

    /// The same without the proof of an entry.
    func without(_ index: UInt64) -> Extract {
        Extract(
            question, reading: reading, answer: answer,
            proofs: proofs.filter { $0.position.index != index })
    }
}
