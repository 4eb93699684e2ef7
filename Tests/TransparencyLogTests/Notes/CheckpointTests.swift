import Coordinates
import Testing
import TransparencyLog

@Suite struct CheckpointTests {
    @Test("The published checkpoint is read and written")
    func published() throws {
        let note = try SignedNote(C2SPExamples.checkpoint)
        let checkpoint = try Checkpoint(text: note.text)
        #expect(checkpoint.origin == "example.com/behind-the-sofa")
        #expect(checkpoint.size == TreeSize(20_852_163))
        #expect(checkpoint.root.description.hasPrefix("0ac5186a91863e8e"))
        #expect(checkpoint.extensions.isEmpty)
        #expect(checkpoint.text == note.text)
    }

    @Test(
        "A checkpoint and its text stand for each other",
        arguments: [(0, []), (1, ["a"]), (.max, ["a b", "— c"])] as [(UInt64, [String])])
    func roundTrip(size: UInt64, extensions: [String]) throws {
        let checkpoint = Checkpoint(
            origin: "Origo, med mellanslag", size: TreeSize(size), root: .emptyTree,
            extensions: extensions)
        #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
    }

    static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    @Test(
        "A text with one rule broken is refused, and why",
        arguments: [
            ("", nil, .origin), ("a", nil, .origin), ("\n1\n\(root)\n", "", .origin),
            ("a\n", nil, .size), ("a\n1", nil, .size), ("a\n\n\(root)\n", "", .size),
            ("a\n01\n\(root)\n", "01", .size), ("a\n+1\n\(root)\n", "+1", .size),
            ("a\n-1\n\(root)\n", "-1", .size), ("a\n 1\n\(root)\n", " 1", .size),
            ("a\n1 \n\(root)\n", "1 ", .size), ("a\n0x1\n\(root)\n", "0x1", .size),
            ("a\n١\n\(root)\n", "١", .size),
            ("a\n18446744073709551616\n\(root)\n", "18446744073709551616", .size),
            ("a\n1\n", nil, .hash), ("a\n1\n\(root)", nil, .hash), ("a\n1\n\n", "", .hash),
            ("a\n1\n\(root.dropLast())\n", String(root.dropLast()), .hash),
            ("a\n1\n\(root) \n", "\(root) ", .hash), ("a\n1\nAAAA\n", "AAAA", .hash),
            ("a\n1\n\(root.dropLast(2))J=\n", "\(root.dropLast(2))J=", .hash),
            ("a\n1\n\(root)\n\n", "", .extensionLine),
            ("a\n1\n\(root)\nb\n\nc\n", "", .extensionLine),
            ("a\n1\n\(root)\nb", nil, .extensionLine),
        ] as [(String, String?, MalformedNote.Line)])
    func hostile(text: String, line: String?, expected: MalformedNote.Line) {
        #expect(throws: MalformedNote.unexpected(line: line, expected: expected)) {
            try Checkpoint(text: text)
        }
    }

    @Test("A log's checkpoint opens under the log's key, and under no other")
    func opened() throws {
        let signer = SigningKey.numbered(1)
        let checkpoint = Checkpoint(
            origin: "liggare.example/plan", size: TreeSize(0), root: .emptyTree)
        let note = try checkpoint.signed(with: signer)
        let log = signer.verificationKey("liggare.example/plan")
        #expect(try Checkpoint(note, signedBy: log) == checkpoint)
        #expect(try Checkpoint(note.bytes, signedBy: log) == checkpoint)
        for other in [
            signer.verificationKey("liggare.example/plan", .cosignature),
            signer.verificationKey("liggare.example"),
            SigningKey.numbered(2).verificationKey("liggare.example/plan"),
        ] {
            #expect(throws: NoteError.unsigned) { try Checkpoint(note, signedBy: other) }
        }
    }

    @Test("A log's signature under another log's checkpoint, or no checkpoint, does not open")
    func others() throws {
        let signer = SigningKey.numbered(1)
        let log = signer.verificationKey("liggare.example/plan")
        let foreign = Checkpoint(origin: "liggare.example", size: TreeSize(0), root: .emptyTree)
        for (text, error) in [
            (foreign.text, .otherOrigin("liggare.example")),
            ("a\n", .malformed(.unexpected(line: nil, expected: .size))),
        ] as [(String, NoteError)] {
            let note = SignedNote(
                text: text, signatures: [try .sign(text, as: log.name, with: signer)])
            #expect(throws: error) { try Checkpoint(note, signedBy: log) }
        }
        #expect(throws: NoteError.malformed(.unendedLine)) { try Checkpoint([], signedBy: log) }
    }
}
