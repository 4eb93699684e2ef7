import TestSupport
import Testing
import TransparencyLog

@Suite struct SignedNoteTests {
    let signer = SigningKey.numbered(1)
    let text = "Ett protokoll.\n\nMed två stycken.\n"

    @Test(
        "The published notes are read and written",
        arguments: [
            C2SPExamples.note, C2SPExamples.poem, C2SPExamples.checkpoint, C2SPExamples.cosigned,
        ])
    func published(note: String) throws {
        #expect(try SignedNote(note).description == note)
    }

    @Test("The published key verifies the published note")
    func publishedSignature() throws {
        let key = try #require(VerificationKey(C2SPExamples.key))
        let note = try SignedNote(C2SPExamples.note)
        #expect(note.text == "This is an example message.\n")
        #expect(try note.signatures(by: [key]).map(\.key) == [key])
    }

    @Test("The last empty line parts the text from the signatures")
    func lastEmptyLine() throws {
        let note = try SignedNote(C2SPExamples.poem)
        #expect(note.text.hasSuffix(":\n\ned è subito sera.\n"))
        #expect(note.signatures.map(\.name) == ["quasimodo.example/salvatore"])
        #expect(note.signatures.map(\.keyID) == [0x367b_a04b])
    }

    @Test("A signed note is read back and checked", arguments: ["\n", "\n\n", "a\n", "a\n\n\n"])
    func signed(text: String) throws {
        let note = SignedNote(
            text: text, signatures: [try .sign(text, as: "liggare.example", with: signer)])
        let read = try SignedNote(note.bytes)
        #expect(read == note)
        try read.check(signedByAnyOf: [signer.verificationKey("liggare.example")])
    }

    @Test(
        "A note with one rule broken is refused, and why",
        arguments: [
            ("", .unendedLine), ("a", .unendedLine), ("a\n", .noSignatures),
            ("a\n\n", .noSignatures), ("\n", .noSignatures), ("\n\n", .noSignatures),
            ("a\n— b AAAAAAA=\n", .noSignatures),
            ("a\n\n— b AAAAAAA=", .unendedLine),
            ("a\r\n\r\n— b AAAAAAA=\r\n", .controlCharacter(0x0d)),
            ("a\tb\n\n— b AAAAAAA=\n", .controlCharacter(0x09)),
            ("a\n\n— b AAAAAAA=\0\n", .controlCharacter(0x00)),
            ("a\n\nb AAAAAAA=\n", line("b AAAAAAA=")),
            ("a\n\n- b AAAAAAA=\n", line("- b AAAAAAA=")),
            ("a\n\n—b AAAAAAA=\n", line("—b AAAAAAA=")),
            ("a\n\n—  AAAAAAA=\n", line("—  AAAAAAA=")),
            ("a\n\n— AAAAAAA=\n", line("— AAAAAAA=")),
            ("a\n\n— b\n", line("— b")),
            ("a\n\n— b \n", line("— b ")),
            ("a\n\n— b+c AAAAAAA=\n", line("— b+c AAAAAAA=")),
            ("a\n\n— b\u{2003}c AAAAAAA=\n", line("— b\u{2003}c AAAAAAA=")),
            ("a\n\n— b c AAAAAAA=\n", line("— b c AAAAAAA=")),
            ("a\n\n— b AAAAAAA= \n", line("— b AAAAAAA= ")),
            ("a\n\n— b AAAAAA==\n", line("— b AAAAAA==")),
            ("a\n\n— b AAAAAAA\n", line("— b AAAAAAA")),
            ("a\n\n— b AAAAAAB=\n", line("— b AAAAAAB=")),
            ("a\n\n— b AAAA_AA=\n", line("— b AAAA_AA=")),
            ("a\n\n— b AAAAAAA=\nc\n", line("c")),
        ] as [(String, MalformedNote)])
    func hostile(note: String, reason: MalformedNote) {
        #expect(throws: reason) { try SignedNote(note) }
        #expect(!reason.description.isEmpty)
    }

    private static func line(_ line: String) -> MalformedNote {
        .unexpected(line: line, expected: .signature)
    }

    @Test("Bytes that are not UTF-8 are refused", arguments: [0xff, 0xc0, 0xed] as [UInt8])
    func notUTF8(byte: UInt8) {
        #expect(throws: MalformedNote.notUTF8) {
            try SignedNote([byte] + Array("\n\n— b AAAAAAA=\n".utf8))
        }
    }

    @Test("The largest note is read, and no larger one; so with the number of signatures")
    func limits() throws {
        let end = Array("\n\n— b AAAAAAA=\n".utf8)
        let fill = [UInt8](repeating: 0x61, count: 1_000_000 - end.count)
        #expect(try SignedNote(fill + end).bytes.count == 1_000_000)
        #expect(throws: MalformedNote.tooLong(byteCount: 1_000_001)) {
            try SignedNote([0x61] + fill + end)
        }

        let line = "— b AAAAAAA=\n"
        let hundred = "a\n\n" + String(repeating: line, count: 100)
        #expect(try SignedNote(hundred).signatures.count == 100)
        #expect(throws: MalformedNote.tooManySignatures) { try SignedNote(hundred + line) }
    }

    @Test("Signatures by unknown keys are passed over, also under a known name or id")
    func unknownKeys() throws {
        let known = signer.verificationKey("liggare.example")
        let note = SignedNote(
            text: text,
            signatures: [
                try .sign(text, as: "liggare.example", with: SigningKey.numbered(2)),
                try .sign(text, as: "annan.example", with: signer),
            ])
        #expect(try note.signatures(by: [known]).isEmpty)
        #expect(throws: NoteError.unsigned) { try note.check(signedByAnyOf: [known]) }
        #expect(throws: NoteError.unsigned) { try note.check(signedByAnyOf: []) }

        let alsoOurs = note.adding([try .sign(text, as: "liggare.example", with: signer)])
        #expect(try alsoOurs.signatures(by: [known]).map(\.signature) == [alsoOurs.signatures[2]])
    }

    @Test("A signature by a known key that fails rejects the note, whoever else signed it")
    func badSignature() throws {
        let known = [
            signer.verificationKey("liggare.example"),
            SigningKey.numbered(2).verificationKey("annan.example"),
        ]
        let note = SignedNote(
            text: text,
            signatures: [
                try .sign(text, as: "annan.example", with: SigningKey.numbered(2)),
                try .sign("Ett annat.\n", as: "liggare.example", with: signer),
            ])
        #expect(throws: NoteError.badSignature(name: "liggare.example")) {
            try note.check(signedByAnyOf: known)
        }
        try note.check(signedByAnyOf: [known[1]])
    }

    @Test("A name that only looks like a known one is another's")
    func lookalike() throws {
        let kelvin = try NoteSignature.sign(text, as: "\u{212a}.example", with: signer)
        let note = SignedNote(text: text, signatures: [kelvin])
        #expect("\u{212a}.example" == "K.example", "by Swift's own comparison")
        #expect(try note.signatures(by: [signer.verificationKey("K.example")]).isEmpty)
    }

    @Test("A key that signed twice is told once, and both are checked")
    func twice() throws {
        let known = signer.verificationKey("liggare.example")
        let good = try NoteSignature.sign(text, as: "liggare.example", with: signer)
        let bad = try NoteSignature.sign("Ett annat.\n", as: "liggare.example", with: signer)
        let doubled = SignedNote(text: text, signatures: [good, good])
        #expect(try doubled.signatures(by: [known]).count == 1)
        #expect(doubled.adding([good]) == doubled)
        #expect(throws: NoteError.badSignature(name: "liggare.example")) {
            try doubled.adding([bad]).signatures(by: [known])
        }
    }

    @Test("No note with one bit flipped passes")
    func flippedBits() throws {
        let known = signer.verificationKey("liggare.example")
        let note = SignedNote(
            text: text, signatures: [try .sign(text, as: "liggare.example", with: signer)])
        try note.check(signedByAnyOf: [known])
        for index in note.bytes.indices {
            for bit in 0..<8 {
                var bytes = note.bytes
                bytes[index] ^= 1 << bit
                #expect(throws: (any Error).self, "byte \(index), bit \(bit)") {
                    try SignedNote(bytes).check(signedByAnyOf: [known])
                }
            }
        }
    }
}
