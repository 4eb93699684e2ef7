import Coordinates
import Testing
import TransparencyLog

@Suite struct LogProofTests {
    let log = SigningKey.numbered(1)
    let tree = MemoryTree(size: 100)

    @Test("The published proof is read and written")
    func published() throws {
        let proof = try LogProof(Array(C2SPExamples.proof.utf8))
        #expect(proof.extra?.starts(with: Array("age-v1.2.1-darwin-arm64.tar.gz".utf8)) == true)
        #expect(proof.position == Position(73_894))
        #expect(proof.inclusion.count == 5)
        #expect(try Checkpoint(text: proof.note.text).size == TreeSize(109_482))
        #expect(proof.description == C2SPExamples.proof)
    }

    @Test("Every entry's proof is read back, opened and checked", arguments: [1, 2, 7, 64, 100])
    func everyEntry(size: Int) throws {
        let key = log.verificationKey("liggare.example/plan")
        for position in 0..<size {
            let proof = try proof(of: position, in: size)
            let read = try LogProof(proof.bytes)
            #expect(read == proof)
            let checkpoint = try Checkpoint(read.note, signedBy: key)
            #expect(read.includes(tree.leaves[position], in: checkpoint))
            #expect(!read.includes(tree.leaves[position].corrupted, in: checkpoint))
        }
    }

    @Test("Extra data comes back, also when it is empty", arguments: [nil, [], [0], [1, 2, 3]])
    func extra(extra: [UInt8]?) throws {
        let proof = try proof(of: 3, in: 7, extra: extra)
        #expect(try LogProof(proof.bytes).extra == extra)
    }

    @Test("The lines stand as tlog-proof has them")
    func lines() throws {
        let lines = try proof(of: 4, in: 7, extra: [0xff]).description
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.prefix(3) == ["c2sp.org/tlog-proof@v1", "extra /w==", "index 4"])
        #expect(lines[3...5].allSatisfy { $0.utf8.count == 44 })
        #expect(lines[6...8] == ["", "liggare.example/plan", "7"])
    }

    @Test(
        "A proof with one rule broken is refused, and why",
        arguments: [
            ("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2", .proofHeader),
            ("c2sp.org/tlog-proof@v1\n", "", .proofHeader),
            ("extra /w==", "extra /x==", .extra), ("extra /w==", "extra /w", .extra),
            ("extra /w==", "extra  /w==", .extra), ("extra /w==", "extra", .index),
            ("index 4", "index 04", .index), ("index 4", "index -4", .index),
            ("index 4", "index", .index), ("index 4\n", "", .index), ("index 4", "Index 4", .index),
            ("index 4", "index 4\nA", .hash), ("liggare.example/plan\n7", "a\nb", .size),
            ("\n\nliggare.example/plan", "\nliggare.example/plan", .hash),
        ] as [(String, String, MalformedNote.Line)])
    func hostile(good: String, bad: String, expected: MalformedNote.Line) throws {
        let text = try proof(of: 4, in: 7, extra: [0xff]).description
        let parts = text.split(separator: good, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        let error = #expect(throws: MalformedNote.self) {
            try LogProof(Array(parts.joined(separator: bad).utf8))
        }
        guard case .unexpected(_, expected) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("No proof has more than 64 hashes, nor lacks its note")
    func limits() throws {
        let note = try proof(of: 4, in: 7).note
        let hash = Array("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n".utf8)
        let start = Array("c2sp.org/tlog-proof@v1\nindex 4\n".utf8)
        func bytes(_ count: Int) -> [UInt8] {
            start + Array(repeating: hash, count: count).joined() + Array("\n".utf8) + note.bytes
        }
        #expect(try LogProof(bytes(64)).inclusion.count == 64)
        #expect(throws: MalformedNote.tooManyHashes(limit: 64)) { try LogProof(bytes(65)) }
        #expect(throws: MalformedNote.unexpected(line: nil, expected: .hash)) {
            try LogProof(start + hash)
        }
        #expect(throws: MalformedNote.unendedLine) { try LogProof(start + hash + [0x0a]) }
        #expect(throws: MalformedNote.notUTF8) { try LogProof(start + [0xff]) }
    }

    private func proof(
        of position: Int, in size: Int, extra: [UInt8]? = nil
    ) throws -> LogProof {
        let (position, size) = (Position(UInt64(position)), TreeSize(UInt64(size)))
        let checkpoint = Checkpoint(
            origin: "liggare.example/plan", size: size,
            root: MerkleTree.root(of: size, reading: tree))
        return LogProof(
            extra: extra, position: position,
            inclusion: MerkleTree.proveInclusion(of: position, in: size, reading: tree),
            note: try checkpoint.signed(with: log))
    }
}
