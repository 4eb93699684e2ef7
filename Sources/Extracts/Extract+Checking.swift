package import Coordinates
package import EntryLog
import Handlingsplan
package import TransparencyLog

/// How the answer to a question reads, by what some entries say and nothing else.
package typealias Rendering = (Extract.Question, Verification) throws -> String

extension Extract {
    /// Extracts from a log what answers a question. What it gives passes ``check(trusting:as:)``.
    ///
    /// - Parameters:
    ///   - grounds: the entries that the answer rests on, ascending, without entry 0.
    ///   - note: that of a checkpoint of the log.
    /// - Throws: `ProofFinding` where the log does not bear itself out; what reading it throws.
    package init(
        _ question: Question, from grounds: [Position], of log: borrowing LogSnapshot,
        at checkpoint: Checkpoint, note: SignedNote, signedBy key: VerificationKey,
        as render: Rendering
    ) throws {
        var proofs: [LogProof] = []
        for position in [Position(0)] + grounds {
            proofs.append(try log.proof(of: position, in: checkpoint.size, note: note))
        }
        let verification = verify(proofs, trusting: Trust(key: key))
        if let finding = verification.findings.first { throw finding }
        self.init(question, answer: try render(question, verification), proofs: proofs)
    }

    /// Checks the proofs, derives the answer again from their entries alone, and compares.
    package func check(
        trusting trust: Trust, as render: Rendering
    ) -> (Verification, [ProofFinding]) {
        let verification = verify(proofs, trusting: trust)
        var findings = verification.findings
        if findings.isEmpty { findings += problem(in: verification, render) }
        return (verification, findings)
    }

    private func problem(in verification: Verification, _ render: Rendering) -> [ProofFinding] {
        guard let size = verification.checkpoint?.size, question.moment.known < size.end else {
            return [ProofFinding(.unknownYet(question.moment.known))]
        }
        guard verification.state != nil else { return [ProofFinding(.noFounding)] }
        let derived: String
        do {
            derived = try render(question, verification)
        } catch {
            return [ProofFinding(.noAnswer("\(error)"))]
        }
        if derived.utf8.elementsEqual(answer.utf8) { return [] }
        return [ProofFinding(difference(from: derived))]
    }

    /// The first line that differs, counted in the file.
    private func difference(from derived: String) -> ProofProblem {
        let (mine, theirs) = (answer.lines, derived.lines)
        let first =
            (0..<max(mine.count, theirs.count)).first { index in
                !(mine.indices.contains(index) && theirs.indices.contains(index)
                    && mine[index].utf8.elementsEqual(theirs[index].utf8))
            } ?? 0
        func line(_ lines: [String]) -> String? {
            lines.indices.contains(first) ? lines[first] : nil
        }
        // The opening, three lines of the question, and an empty one come before.
        return .otherAnswer(line: first + 6, stated: line(mine), derived: line(theirs))
    }
}

extension String {
    fileprivate var lines: [String] {
        utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }
}
