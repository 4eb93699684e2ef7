import Coordinates
import TestSupport
import Testing
import TransparencyLog

@Suite struct NoteFuzzTests {
    @Test("What is read of damaged texts is written again as it was")
    func damaged() {
        var generator = SeededGenerator(announcing: "damaged notes")
        for example in [C2SPExamples.note, C2SPExamples.poem, C2SPExamples.cosigned] {
            for _ in 0..<2000 {
                let bytes = damage(Array(example.utf8), with: &generator)
                guard let note = try? SignedNote(bytes) else { continue }
                #expect(note.bytes == bytes)
                if let checkpoint = try? Checkpoint(text: note.text) {
                    #expect(Array(checkpoint.text.utf8) == Array(note.text.utf8))
                }
            }
        }
    }

    @Test("What is read of damaged proofs and requests is written again as it was")
    func damagedAround() {
        var generator = SeededGenerator(announcing: "damaged proofs and requests")
        for _ in 0..<4000 {
            let proof = damage(Array(C2SPExamples.proof.utf8), with: &generator)
            if let read = try? LogProof(proof) { #expect(read.bytes == proof) }
            let request = damage(Array(C2SPExamples.witnessRequest.utf8), with: &generator)
            if let read = try? WitnessRequest(request) { #expect(read.bytes == request) }
        }
    }

    /// Up to three bytes changed, removed, or put in again from elsewhere.
    private func damage(
        _ bytes: [UInt8], with generator: inout SeededGenerator
    ) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            let index = bytes.indices.randomElement(using: &generator)!
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[index] = .random(in: 0...255, using: &generator)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(bytes.randomElement(using: &generator)!, at: index)
            default: bytes.insert(0x0a, at: index)
            }
        }
        return bytes
    }
}
