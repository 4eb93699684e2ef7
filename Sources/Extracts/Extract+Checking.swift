package import Answers
package import Coordinates
package import EntryLog
import Failures
import Handlingsplan
package import TransparencyLog

/// What an extract was found to show.
package struct CheckedExtract: Sendable {
    package let verification: Verification
    /// By the entries alone; nil where they give none.
    package let answer: ExtractAnswer?
    package let findings: [ProofFinding]
}

/// The answer to the question of an extract.
package enum ExtractAnswer: Sendable {
    case action(ActionAnswer)
    case board(BoardAnswer)

    package var value: any Answer {
        switch self {
        case .action(let answer): answer
        case .board(let answer): answer
        }
    }
}

extension Extract {
    /// Extracts from a log what answers a question. What it gives passes ``check(trusting:)``.
    ///
    /// - Parameters:
    ///   - grounds: the entries that the answer rests on, ascending, without entry 0.
    ///   - note: that of a checkpoint of the log.
    ///   - read: the answer in words.
    /// - Throws: `ProofFinding` where the log does not bear itself out; what reading it throws.
    package init(
        _ question: Question, from grounds: [Position], of log: borrowing LogSnapshot,
        at checkpoint: Checkpoint, note: SignedNote, signedBy key: VerificationKey,
        reading read: (ExtractAnswer, Verification) throws -> String
    ) throws {
        var proofs: [LogProof] = []
        for position in [Position(0)] + grounds {
            proofs.append(try log.proof(of: position, in: checkpoint.size, note: note))
        }
        let verification = verify(proofs, trusting: Trust(key: key))
        if let finding = verification.findings.first { throw finding }
        guard let answer = try question.answer(by: verification) else {
            throw ProofFinding(.noFounding)
        }
        self.init(
            question, reading: try read(answer, verification), answer: answer.value.forPrograms,
            proofs: proofs)
    }

    /// Checks the proofs, derives the answer again from their entries alone, and compares.
    package func check(trusting trust: Trust) -> CheckedExtract {
        let verification = verify(proofs, trusting: trust)
        guard verification.findings.isEmpty else {
            return CheckedExtract(
                verification: verification, answer: nil, findings: verification.findings)
        }
        var derived: ExtractAnswer?
        var wrong: ProofProblem?
        do {
            derived = try question.answer(by: verification)
            wrong = problem(in: verification, derived)
        } catch {
            wrong = .noAnswer((error as? any Failing)?.failureKind.name ?? "\(error)")
        }
        return CheckedExtract(
            verification: verification, answer: derived,
            findings: wrong.map { [ProofFinding($0)] } ?? [])
    }

    private func problem(
        in verification: Verification, _ derived: ExtractAnswer?
    ) -> ProofProblem? {
        guard let size = verification.checkpoint?.size, question.moment.known < size.end else {
            return .unknownYet(question.moment.known)
        }
        guard let derived else { return .noFounding }
        return difference(from: derived.value)
    }

    private func difference(from derived: some Answer) -> ProofProblem? {
        guard let stated = try? StatedAnswer(answer) else {
            return .malformed("the answer for programs is no JSON object")
        }
        guard stated.isKnown(to: type(of: derived)) else { return .otherSchema(stated.schema) }
        return stated.difference(from: derived).map(ProofProblem.otherAnswer)
    }
}

extension Extract.Question {
    /// By what was verified and nothing else; nil where nothing was.
    func answer(by verification: Verification) throws -> ExtractAnswer? {
        guard let founding = verification.founding, let state = verification.state else {
            return nil
        }
        let entries = verification.entries
        return switch subject {
        case .action(let number):
            .action(
                try ActionQuestion(number).answer(at: moment, of: founding, in: entries, state))
        case .committee(let code):
            .board(try BoardQuestion(code).answer(at: moment, of: founding, in: entries, state))
        }
    }
}

extension Answer {
    fileprivate var forPrograms: String { json(PublishedAnswer(self)) }
}
