import Checkpoints
import Coordinates
import EntryLog
import Extracts
import Handlingsplan
import LedgerSupport
import Registry
import TestSupport
import TransparencyLog

/// All that an answer shows, as the command would; from whatever was folded.
func answer(
    to question: Extract.Question, by ledger: some LedgerReading
) throws -> String {
    let moment = question.moment
    let register = CommitteeRegister(try ledger.committees(), at: moment)
    switch question.subject {
    case .committee(let code):
        return "\(try ledger.board(of: register.required(code).number, at: moment))"
    case .action(let number):
        guard let story = try ledger.action(number) else { return "no such action" }
        let positions = (story.positions + story.tellings(in: register))
            .filter { $0 <= moment.known }
        // Who knows of later entries has its story, but nothing in it counts yet.
        if positions.isEmpty { return "no such action" }
        let state = story.state(in: register, try ledger.documents().slugs)
        let areas = try ledger.areas().compactMap { $0.title.value(at: moment) }
        let goals = try ledger.goals().compactMap { $0.goal.value(at: moment)?.title }
        let turns = try Set(positions).sorted().map { position in
            (position, try ledger.corrections(of: position).turns.filter { $0 <= moment.known })
        }
        return "\(state as Any)\n\(areas)\n\(goals)\n\(turns)"
    }
}

/// The answer, by what was verified and nothing else.
func render(_ question: Extract.Question, _ verification: Verification) throws -> String {
    guard let state = verification.state else { preconditionFailure("nothing was verified") }
    return try answer(to: question, by: state)
}

extension TestLedger {
    /// The key of its checkpoints.
    static let vkey = founding.verificationKey

    var folder: CheckpointFolder { CheckpointFolder(path: directory.path + "/checkpoints") }

    /// An extract at the log's end, or at an earlier position.
    func extract(
        _ subject: Extract.Question.Subject, on day: CalendarDate, known: Position? = nil,
        cosignedBy witnesses: [NoteSignature] = []
    ) throws -> Extract {
        try registry.read { log, views in
            let last = known ?? log.size.last ?? Position(0)
            let question = Extract.Question(subject, at: Moment(effective: day, known: last))
            let (checkpoint, note) = try folder.sign(registry.log, with: Self.checkpointKey)
            return try Extract(
                question, from: views.grounds(of: question), of: log, at: checkpoint,
                note: note.adding(witnesses), signedBy: Self.vkey, as: render)
        }
    }
}

extension Extract {
    /// What is found wrong with a file, also where it is none.
    static func kinds(
        in bytes: [UInt8], trusting trust: Trust = Trust(key: TestLedger.vkey)
    ) -> [String] {
        do {
            return try Extract(bytes).check(trusting: trust, as: render).1.map(\.problem.kind)
        } catch {
            return ["malformed"]
        }
    }

    /// What is found wrong with an extract.
    func kinds(trusting trust: Trust = Trust(key: TestLedger.vkey)) -> [String] {
        Extract.kinds(in: bytes, trusting: trust)
    }

    /// The same without the proof of an entry.
    func without(_ index: UInt64) -> Extract {
        Extract(question, answer: answer, proofs: proofs.filter { $0.position.index != index })
    }
}
