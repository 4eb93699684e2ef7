import Coordinates
import TestSupport
import Testing
import TransparencyLog

@Suite struct WitnessRequestTests {
    @Test("The published request is read and written")
    func published() throws {
        let request = try WitnessRequest(Array(C2SPExamples.witnessRequest.utf8))
        #expect(request.old == TreeSize(20_852_014))
        #expect(request.proof.count == 4)
        #expect(request.checkpoint.size == TreeSize(20_852_163))
        #expect(request.note.signatures.count == 2)
        #expect(request.description == C2SPExamples.witnessRequest)
    }

    @Test("The published answer is signature lines")
    func publishedAnswer() throws {
        let lines = C2SPExamples.witnessAnswer.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        for line in lines { #expect(NoteSignature(line: line)?.description == line) }
    }

    static let hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw="

    @Test(
        "A request with one rule broken is refused, and why",
        arguments: [
            ("", .unexpected(line: nil, expected: .oldSize)),
            ("old 1", .unexpected(line: nil, expected: .oldSize)),
            ("old 1\n", .unexpected(line: nil, expected: .hash)),
            ("old 1\n\n", .unendedLine),
            ("old 01\n\n\(note)", .unexpected(line: "old 01", expected: .oldSize)),
            ("old  1\n\n\(note)", .unexpected(line: "old  1", expected: .oldSize)),
            ("old\n\n\(note)", .unexpected(line: "old", expected: .oldSize)),
            ("old -1\n\n\(note)", .unexpected(line: "old -1", expected: .oldSize)),
            ("new 1\n\n\(note)", .unexpected(line: "new 1", expected: .oldSize)),
            ("\n\(note)", .unexpected(line: "", expected: .oldSize)),
            ("old 1\r\n\n\(note)", .unexpected(line: "old 1\r", expected: .oldSize)),
            ("old 1\nAAAA\n\n\(note)", .unexpected(line: "AAAA", expected: .hash)),
            ("old 1\n\(hash) \n\n\(note)", .unexpected(line: "\(hash) ", expected: .hash)),
            ("old 1\n\n\(C2SPExamples.note)", .unexpected(line: nil, expected: .size)),
            ("old 1\n\n\n\(note)", .unexpected(line: "", expected: .origin)),
            ("old 1\n\na\n", .noSignatures),
        ] as [(String, MalformedNote)])
    func hostile(body: String, reason: MalformedNote) {
        #expect(throws: reason) { try WitnessRequest(Array(body.utf8)) }
    }

    private static let note = C2SPExamples.checkpoint

    @Test("63 hashes are read, and no more; a body that is not UTF-8 is refused")
    func limits() throws {
        func body(_ count: Int) -> [UInt8] {
            Array(
                ("old 1\n" + String(repeating: "\(Self.hash)\n", count: count) + "\n" + Self.note)
                    .utf8)
        }
        let request = try WitnessRequest(body(63))
        #expect(request.proof.count == 63)
        #expect(throws: MalformedNote.tooManyHashes(limit: 63)) { try WitnessRequest(body(64)) }
        #expect(throws: MalformedNote.tooManyHashes(limit: 63)) {
            try WitnessRequest(
                old: request.old, proof: request.proof + [.emptyTree], note: request.note)
        }
        #expect(throws: MalformedNote.notUTF8) { try WitnessRequest(body(1) + [0xff]) }
    }
}
