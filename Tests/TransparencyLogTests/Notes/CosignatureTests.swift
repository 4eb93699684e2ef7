import Coordinates
import Foundation
import Testing
import TransparencyLog

@Suite struct CosignatureTests {
    let witness = SigningKey.numbered(3)
    let other = SigningKey.numbered(4)
    let text =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"

    @Test("The published cosignature bears the published time")
    func publishedTime() throws {
        let line = try #require(try SignedNote(C2SPExamples.cosigned).signatures.last)
        #expect(line.name == "witness.example.com/w1")
        #expect(line.bytes.prefix(8) == [0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb])
        #expect(0x6418_50cb == 1_679_315_147)
    }

    @Test("The published message is what is signed")
    func publishedMessage() throws {
        let line = try NoteSignature.cosign(text, at: 1_679_315_147, as: "w", with: witness)
        #expect(
            witness.publicKey.isValid(
                signature: Array(line.bytes.dropFirst(8)),
                over: Array(C2SPExamples.cosignedMessage.utf8)))
    }

    @Test("A cosignature is found under the witness's key, with its time", arguments: [1, .max])
    func found(time: Int64) throws {
        let key = witness.verificationKey("w.example", .cosignature)
        let line = try NoteSignature.cosign(text, at: time, as: "w.example", with: witness)
        let note = try SignedNote(C2SPExamples.checkpoint).adding([line])
        let found = try SignedNote(note.bytes).cosignatures(by: [key])
        #expect(found.map(\.witness) == [key])
        #expect(found.map(\.posixSeconds) == [time])
        #expect(found.map(\.signature) == [line])
    }

    @Test("Only cosignatures by the witnesses asked for count, one for each")
    func counted() throws {
        let keys = [
            witness.verificationKey("w.example", .cosignature),
            other.verificationKey("annat.example", .cosignature),
        ]
        let note = SignedNote(
            text: text,
            signatures: [
                try .cosign(text, at: 5, as: "w.example", with: witness),
                try .cosign(text, at: 7, as: "okänt.example", with: other),
                try .cosign(text, at: 9, as: "w.example", with: witness),
                try .sign(text, as: "annat.example", with: other),
            ])
        #expect(try note.cosignatures(by: keys).map(\.posixSeconds) == [5])
        #expect(try note.cosignatures(by: []).isEmpty)
        // A key for notes makes no cosignature, though it signed.
        #expect(try note.cosignatures(by: [other.verificationKey("annat.example")]).isEmpty)
    }

    @Test("A cosignature over another text, time or length is bad")
    func bad() throws {
        let key = witness.verificationKey("w.example", .cosignature)
        let good = try NoteSignature.cosign(text, at: 5, as: "w.example", with: witness)
        let over = try NoteSignature.cosign(text + "x\n", at: 5, as: "w.example", with: witness)
        var later = good.bytes
        later[7] = 6
        let zero = [UInt8](repeating: 0, count: 8) + good.bytes.dropFirst(8)
        let negative = [0x80] + good.bytes.dropFirst()
        let short = Array(good.bytes.dropLast())
        for bytes in [over.bytes, later, zero, negative, short, good.bytes + [0], [0]] {
            let id = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: good.keyID >> $0) }
            let base64 = Data(id + bytes).base64EncodedString()
            let line = try #require(NoteSignature(line: "— w.example \(base64)"))
            let note = SignedNote(text: text, signatures: [good, line])
            #expect(throws: NoteError.badSignature(name: "w.example")) {
                try note.cosignatures(by: [key])
            }
        }
    }

    @Test("A log's own signature is no cosignature by the same key")
    func domains() throws {
        let asLog = try NoteSignature.sign(text, as: "w.example", with: witness)
        let asWitness = try NoteSignature.cosign(text, at: 5, as: "w.example", with: witness)
        #expect(asLog.keyID != asWitness.keyID)
        let note = SignedNote(text: text, signatures: [asWitness])
        #expect(try note.signatures(by: [witness.verificationKey("w.example")]).isEmpty)
    }
}
