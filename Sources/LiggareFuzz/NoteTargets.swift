import Answers
import Coordinates
import Extracts
import TransparencyLog

// Texts that logs, witnesses and whoever has a proof send: one spelling each, so what is read prints
// as it was.

extension Target {
    static let notes = [
        note, checkpoint, cosignatures, vkey, logProof, witnessRequest, witnessAnswer, extract,
        statedAnswer,
    ]

    private static let note = Target(name: "note") { bytes in
        if let note = try? SignedNote(bytes) { claim(note.bytes == bytes, "a note prints itself") }
    }

    private static let checkpoint = Target(name: "checkpoint") { bytes in
        guard let text = String(validating: bytes, as: UTF8.self),
            let checkpoint = try? Checkpoint(text: text)
        else { return }
        claim(Array(checkpoint.text.utf8) == bytes, "a checkpoint prints itself")
    }

    /// A note with the witness's line, as its seed has it.
    private static let cosignatures = Target(name: "cosignatures") { bytes in
        guard let note = try? SignedNote(bytes) else { return }
        guard let found = try? note.cosignatures(by: [witness.key]) else { return }
        claim(found.count <= 1, "a witness counts once")
        claim(found.allSatisfy { $0.posixSeconds > 0 }, "a cosignature has a time")
    }

    private static let vkey = Target(name: "vkey") { bytes in
        guard let key = VerificationKey(bytes.text) else { return }
        claim(Array(key.description.utf8) == bytes, "a key prints itself")
    }

    private static let logProof = Target(name: "log-proof") { bytes in
        guard let proof = try? LogProof(bytes) else { return }
        claim(proof.bytes == bytes, "a proof prints itself")
        _ = verify([proof], trusting: Trust())
    }

    private static let witnessRequest = Target(name: "witness-request") { bytes in
        if let request = try? WitnessRequest(bytes) {
            claim(request.bytes == bytes, "a request prints itself")
        }
        let answer = try? witness.answer(bytes, at: 1, latest: { _ in nil })
        claim(answer.map { (200..<500).contains($0.status) } == true, "a witness always answers")
    }

    private static let witnessAnswer = Target(name: "witness-answer") { bytes in
        _ = WitnessAnswer.latest(inConflict: bytes)
        let note = SignedNote(text: "example.com/log\n1\n", signatures: [])
        guard let found = try? note.cosignatures(inAnswer: bytes, by: [witness.key]) else { return }
        claim(found.count <= 1, "a witness counts once")
    }

    private static let extract = Target(name: "extract") { bytes in
        guard let extract = try? Extract(bytes) else { return }
        claim(extract.bytes == bytes, "an extract prints itself")
        _ = extract.check(trusting: Trust())
    }

    private static let statedAnswer = Target(name: "stated-answer") { bytes in
        guard let stated = try? StatedAnswer(bytes.text) else { return }
        guard stated.isKnown(to: SampleAnswer.self) else { return }
        let difference = stated.difference(from: SampleAnswer())
        claim(difference?.stated == nil || difference?.stated != difference?.derived, "they differ")
    }
}

/// As its seed has it.
private struct SampleAnswer: Answer {
    static let schema = AnswerSchema("sample", 2)
    static let laterFields = ["since": 2]

    let title = "Mål"
    let actions = [1, 2]
    let due: String? = nil
    let since = ["2014-01-02": true]
    let isRehearsal = false
}

/// With the key of the seed 0, 0, ..., and the log that the seed corpora come from.
private let witness = Witness(
    name: "witness.example", signer: SigningKey(seed: [UInt8](repeating: 0, count: 32))!,
    logs: [
        Witness.Log(
            origin: "example.com/log",
            keys: [
                VerificationKey(
                    named: "example.com/log", type: .ed25519,
                    of: SigningKey(seed: [UInt8](repeating: 1, count: 32))!)
            ])
    ])
