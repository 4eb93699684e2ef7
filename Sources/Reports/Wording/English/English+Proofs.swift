import Answers
import Checkpoints
import Coordinates
import EntryLog
import Extracts
import Files
import Glibc
import PlanLog
import TransparencyLog

// Proofs and extracts: what they say, and what is wrong with them.

extension English {
    func evidence(_ evidence: EvidenceOutput) -> String {
        let what =
            switch evidence.kind {
            case .proof: "proof of entry \(evidence.entries[0])"
            case .statement: "entry \(evidence.entries[0]), with its receipt,"
            case .extract:
                "extract, with the proofs of \(count(evidence.entries.count, "entry", "entries")),"
            }
        return "Wrote the \(what) to \(evidence.path ?? "the standard output").\n"
            + checkpoint(evidence.checkpoint)
    }

    private func checkpoint(_ checkpoint: Checkpoint) -> String {
        "  size \(checkpoint.size), root \(base64(checkpoint.root))"
    }

    // MARK: The answer of an extract

    func extractHeading(
        _ founding: Founding, _ ledger: Hash?, _ checkpoint: Checkpoint
    ) -> String {
        ((founding.isRehearsal ? [rehearsal] : []) + [
            "From the ledger \"\(visible(founding.name))\", \(checkpoint.origin), as its log was at",
            self.checkpoint(checkpoint),
            "  ledger \(ledger?.description ?? "")",
            "  key \(founding.verificationKey)",
        ]).joined(separator: "\n")
    }

    func extractEntries(_ number: Int) -> String {
        "This follows from \(count(number, "entry", "entries")):"
    }

    func founds(_ founding: Founding) -> String {
        "ledger founded: \(visible(founding.name))"
    }

    var whatAnExtractShows: String {
        """
        What this shows: the log that the checkpoint speaks of holds each of these entries, signed by
        a key that had the right to record it; and from them alone follows what is said above them.

        What it cannot show: that no entry was left out that would say otherwise. A proof of inclusion
        shows what is there, not what is not. Only an audit of the whole ledger shows that.
        """
    }

    // MARK: What was verified

    func verification(_ output: VerificationOutput) -> String {
        guard output.isVerified, let verification = output.verification else {
            return (["NOT VERIFIED."] + findings(output.findings)).joined(separator: "\n")
        }
        return
            (shown(output, verification) + identity(of: verification)
            + (output.answer.map { ["", $0.text(in: self), ""] } ?? [])
            + (output.isReadingOurs ? [] : [otherWords]) + notShown(output, verification))
            .joined(separator: "\n")
    }

    private var otherWords: String {
        """
        The words in the file are not those that this version has for the answer: another language or
        version may have written them, or somebody else. Go by the answer above.
        """
    }

    /// What somebody might take for shown.
    private func notShown(
        _ output: VerificationOutput, _ verification: Verification
    ) -> [String] {
        var sentences: [String] = []
        if output.kind == .extract {
            sentences += [
                "Not shown: that no entry was left out that would say otherwise. Only an audit of the "
                    + "whole",
                "ledger shows that.",
            ]
            if verification.sightings.isEmpty {
                sentences += [
                    "Not shown: when the checkpoint was signed. Later entries may say otherwise; "
                        + "--min-size refuses",
                    "a checkpoint that is older than one that you have seen.",
                ]
            }
        }
        if output.vouchesForItself {
            sentences.append(ownWord)
        } else if verification.founding != nil, output.trust.ledger == nil {
            sentences += [
                "Not shown: of which of the ledgers that have this key. Compare the ledger's id "
                    + "above, or give",
                "it with --ledger-id.",
            ]
        }
        return sentences
    }

    private func shown(
        _ output: VerificationOutput, _ verification: Verification
    ) -> [String] {
        if let (position, recordedAt, keyID) = output.loneEntry {
            return [
                "Verified: the log holds entry \(position), recorded \(recordedAt).",
                "  It says that key \(keyID) signed it. Whether that did, and had",
                "  the right to, takes the ledger or an extract to tell.",
            ]
        }
        let number = verification.entries.positions.count
        let entries = count(number, "entry", "entries")
        let seals =
            verification.sealCount == number
            ? "and sealed on all entries before it."
            : "and \(verification.sealCount) of them are sealed on\n  entries that are all here."
        return [
            output.kind == .extract
                ? "Verified: the answer follows from its \(entries), which the log holds."
                : "Verified: the log holds entry 0, which founds the ledger.",
            "  \(number == 1 ? "It is" : "Each is") signed by a key that had the right to record "
                + "it, \(seals)",
        ]
    }

    private func identity(of verification: Verification) -> [String] {
        (verification.checkpoint.map { [checkpoint($0)] } ?? [])
            + (verification.founding == nil
                ? [] : verification.ledger.map { ["  ledger \($0)"] } ?? [])
            + (verification.key.map { ["  key \($0)"] } ?? [])
            + verification.sightings.map { "  seen by \($0.witness) at \($0.time)" }
    }

    private var ownWord: String {
        """
        No --key was given, so the file vouches for itself: anybody could have made it. Compare the key
        and the ledger's id above with what you have from elsewhere, or give them with --key and
        --ledger-id.
        """
    }

    private func findings(_ findings: [ProofFinding]) -> [String] {
        listed(findings.map { ($0.position, problem($0.problem)) })
    }

    func problem(_ problem: ProofProblem) -> String {
        switch problem {
        case .malformed(let detail): visible(detail)
        case .checkpoint(let reason): "the checkpoint does not hold: \(visible("\(reason)"))"
        case .otherCheckpoint: "the checkpoint is not the one that the others are proved by"
        case .cosignature(let reason): "a cosignature does not hold: \(visible("\(reason)"))"
        case .notCosigned(let witness): "\(witness) did not cosign the checkpoint"
        case .noEntry: "the proof does not have the entry with it"
        case .outOfOrder: "the proof does not come after the one before it"
        case .notIncluded: "the log does not hold this entry: it or its proof was changed"
        case .notAnEntry(let detail): "the bytes are no entry (\(detail))"
        case .otherLog(let founding):
            "it founds \(visible(founding.origin)), whose checkpoints another key signs"
        case .otherLedger(let id): "it founds another ledger, \(id)"
        case .noFounding:
            "entry 0 is not here, or cannot be read, so which ledger this is cannot be told"
        case .brokenSeal: "the entries before it are not those that its signer sealed"
        case .timeGoesBack(let from, let to):
            "recorded \(to), but an entry before it \(from)"
        case .unsoundSignature(.unknownSigner(let key)):
            "signed with key \(key), which was never given a right by an entry that is here"
        case .unsoundSignature(.doesNotHold): "the signature does not hold"
        case .notPermitted(let key, let objection):
            "signed with key \(key), \(self.objection(objection) { "committee \($0)" })"
        case .notAnAct(let detail): "the content is no act (\(detail))"
        case .impossible(let error): cannotFollow(error)
        case .unknownYet(let known):
            "the answer is said to be known at position \(known), after the checkpoint"
        case .noAnswer(let detail): "the entries give no answer (\(visible(detail)))"
        case .smaller(let size, let least):
            "the checkpoint is of \(size) entries, and the log is known to have had \(least)"
        case .otherSchema(let schema):
            schema.map {
                "the answer is of the schema \(cut($0.description)): it answers something else, or is "
                    + "for a newer version"
            } ?? "the answer names no schema that can be read"
        case .otherAnswer(let difference):
            "\(cut(difference.path)) is \(quoted(difference.stated)), but by the entries "
                + quoted(difference.derived)
        }
    }

    private func quoted(_ value: String?) -> String { value.map(cut) ?? "not there" }

    /// As much of a text as fits in a sentence.
    private func cut(_ text: String) -> String {
        let most = 120
        return visible(text.count > most ? text.prefix(most) + "…" : text)
    }

    func malformed(_ error: MalformedExtract) -> String {
        switch error {
        case .notUTF8: "the extract is not in UTF-8"
        case .unreadQuestion: "the lines that say what was asked cannot be read"
        case .noAnswer: "the line that parts the words from the answer is missing"
        case .noProofs: "the line that parts the answer from the proofs is missing, or they are"
        case .malformedProof(let mark, let reason): "below \"\(mark)\": \(reason)"
        case .notAsWritten: "the extract is not written as extracts are"
        }
    }
}

// MARK: Failures

extension English {
    func unrecognised(_ error: UnrecognisedFile) -> String {
        "\(visible(error.path)) is neither a proof nor an extract. Name a file that liggare prove or liggare "
            + "extract wrote."
    }

    func unprovable(_ finding: ProofFinding) -> String {
        "the log is damaged" + (finding.position.map { " at position \($0)" } ?? "")
            + ": \(problem(finding.problem)). Run liggare audit, and restore a backup."
    }

}
