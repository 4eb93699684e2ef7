import Coordinates
import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite struct WitnessTests {
    @Test("A witness answers as tlog-witness says", arguments: Case.all)
    func table(given: Case) throws {
        let body = try given.body
        var asked: [String] = []
        let answer = try Bench.witness.answer(body, at: 1_700_000_000) { log in
            asked.append(log.origin)
            return given.latest.map { Bench.checkpoint($0) }
        }
        #expect(answer.status == given.status, "\(given): \(answer.body)")
        #expect(answer.body.last == "\n")
        // Nothing is looked up for a stranger.
        #expect(asked.isEmpty == [404, 403, 400].contains(answer.status))
    }

    @Test("A conflict names the size that was cosigned last")
    func conflict() throws {
        let request = try WitnessRequest(old: TreeSize(0), proof: [], note: Bench.note(20))
        let answer = try Bench.witness.answer(request.bytes, at: 1) { _ in Bench.checkpoint(7) }
        #expect(answer == .conflict(latest: TreeSize(7)))
        #expect(answer.contentType == "text/x.tlog.size")
        #expect(answer.body == "7\n")
        #expect(WitnessAnswer.latest(inConflict: Array(answer.body.utf8)) == TreeSize(7))
    }

    @Test(
        "The body of a conflict that is not one size is not read",
        arguments: [
            "", "\n", "7", "07\n", "+7\n", "7 \n", "7\n\n", "7\n8\n", "18446744073709551616\n",
        ])
    func noConflict(body: String) {
        #expect(WitnessAnswer.latest(inConflict: Array(body.utf8)) == nil)
    }

    @Test("What is to be remembered bears the log's signature and the witness's, and no other")
    func remembered() throws {
        let note = try Bench.note(7)
        let passer = try NoteSignature.sign(
            note.text, as: "passerande.example", with: SigningKey.numbered(9))
        let request = try WitnessRequest(old: TreeSize(0), proof: [], note: note.adding([passer]))
        let answer = try Bench.witness.answer(request.bytes, at: 1_700_000_000) { _ in nil }
        guard case .cosigned(let cosigned) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(cosigned.checkpoint == Bench.checkpoint(7))
        #expect(cosigned.note.signatures == note.signatures + [cosigned.cosignature])
        #expect(try Checkpoint(cosigned.note, signedBy: Bench.log) == cosigned.checkpoint)
        let found = try cosigned.note.cosignatures(by: [Bench.witness.key])
        #expect(found.map(\.posixSeconds) == [1_700_000_000])
    }

    @Test("A log keeps the cosignatures of the witnesses that it knows")
    func logsSide() throws {
        let request = try WitnessRequest(old: TreeSize(0), proof: [], note: Bench.note(7))
        let answer = try Bench.witness.answer(request.bytes, at: 5) { _ in nil }
        let body = Array((answer.body + C2SPExamples.witnessAnswer).utf8)
        let found = try request.note.cosignatures(inAnswer: body, by: [Bench.witness.key])
        #expect(found.map(\.witness) == [Bench.witness.key])
        let cosigned = request.note.adding(found.map(\.signature))
        #expect(try cosigned.cosignatures(by: [Bench.witness.key]).count == 1)
        #expect(try request.note.cosignatures(inAnswer: body, by: []).isEmpty)

        #expect(throws: NoteError.badSignature(name: "vittne.example/w1")) {
            try Bench.note(8).cosignatures(inAnswer: body, by: [Bench.witness.key])
        }
    }

    @Test(
        "An answer that is not signature lines is refused",
        arguments: ["\n", "200 OK\n", "— a AAAAAAA=", "\n— a AAAAAAA=\n", "— a AAAAAAA=\n\n"])
    func malformedAnswer(body: String) throws {
        let note = try Bench.note(7)
        #expect(throws: NoteError.self) {
            try note.cosignatures(inAnswer: Array(body.utf8), by: [Bench.witness.key])
        }
    }

    @Test(
        "A log that only grows is cosigned all the way, and a fork of it nowhere", arguments: 0..<8)
    func everyWay(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var latest: Checkpoint?
        for _ in 0..<20 {
            let old = latest?.size.count ?? 0
            let size = UInt64.random(in: old...100, using: &generator)
            let proof = Bench.proof(old, size)
            let forked = try WitnessRequest(
                old: TreeSize(old), proof: proof, note: Bench.note(size, fork: true))
            let straight = try WitnessRequest(
                old: TreeSize(old), proof: proof, note: Bench.note(size))
            if old > 0 {
                #expect(try answer(forked, latest) == .inconsistent)
            }
            guard case .cosigned(let cosigned) = try answer(straight, latest) else {
                Issue.record("from \(old) to \(size), seed \(seed)")
                return
            }
            latest = cosigned.checkpoint
        }
    }

    private func answer(
        _ request: WitnessRequest, _ latest: Checkpoint?
    ) throws -> WitnessAnswer {
        try Bench.witness.answer(request.bytes, at: 1) { _ in latest }
    }
}

extension WitnessTests {
    /// One request to a witness that cosigned the log last at a size, or never.
    struct Case: Sendable, CustomStringConvertible {
        enum Signing { case byTheLog, byAnother, underItsName, forged }
        enum Proof { case right, none, wrong, long }
        enum Root { case right, other }

        let description: String
        let latest: UInt64?
        let old: UInt64
        let size: UInt64
        let proof: Proof
        let root: Root
        let signing: Signing
        let origin: String
        let status: Int

        static let all = [
            Case("the first checkpoint", latest: nil, old: 0, size: 7, status: 200),
            Case("the first, of an empty log", latest: nil, old: 0, size: 0, status: 200),
            Case("growth", latest: 7, old: 7, size: 20, status: 200),
            Case("growth from the empty log", latest: 0, old: 0, size: 20, status: 200),
            Case("the same again", latest: 7, old: 7, size: 7, status: 200),

            Case("more than 63 hashes", latest: 7, old: 7, size: 20, proof: .long, status: 400),
            Case("an old size above the new", latest: 7, old: 8, size: 7, status: 400),
            Case("the same, of a log never seen", latest: nil, old: 8, size: 7, status: 400),

            Case("a log that is not known", latest: nil, old: 0, size: 7, origin: "a", status: 404),
            Case(
                "the same with sizes that are wrong", latest: nil, old: 8, size: 7, origin: "a",
                status: 404),

            Case(
                "signed by another", latest: nil, old: 0, size: 7, signing: .byAnother, status: 403),
            Case(
                "signed by another under the log's name", latest: nil, old: 0, size: 7,
                signing: .underItsName, status: 403),
            Case("a forged signature", latest: nil, old: 0, size: 7, signing: .forged, status: 403),
            Case(
                "the same with sizes that are wrong", latest: 7, old: 8, size: 7, signing: .forged,
                status: 403),

            Case(
                "behind what was cosigned", latest: 7, old: 0, size: 20, proof: .none, status: 409),
            Case("ahead of what was cosigned", latest: 7, old: 9, size: 20, status: 409),
            Case("of a log never seen, as if it were", latest: nil, old: 7, size: 20, status: 409),
            Case("back to what was before", latest: 7, old: 3, size: 5, status: 409),
            Case("the same without a proof", latest: 7, old: 3, size: 5, proof: .none, status: 409),

            Case("no proof", latest: 7, old: 7, size: 20, proof: .none, status: 422),
            Case("a wrong proof", latest: 7, old: 7, size: 20, proof: .wrong, status: 422),
            Case("another history", latest: 7, old: 7, size: 20, root: .other, status: 422),
            Case("a proof from nothing", latest: nil, old: 0, size: 7, proof: .wrong, status: 422),
            Case(
                "another root at the same size", latest: 7, old: 7, size: 7, root: .other,
                status: 422),
            Case(
                "a proof to the same size", latest: 7, old: 7, size: 7, proof: .wrong, status: 422),
            Case(
                "an empty log's root made up", latest: nil, old: 0, size: 0, root: .other,
                status: 422),
            Case("the same again", latest: 0, old: 0, size: 0, root: .other, status: 422),
        ]

        init(
            _ description: String, latest: UInt64?, old: UInt64, size: UInt64,
            proof: Proof = .right,
            root: Root = .right, signing: Signing = .byTheLog, origin: String = Bench.log.name,
            status: Int
        ) {
            self.description = description
            self.latest = latest
            self.old = old
            self.size = size
            self.proof = proof
            self.root = root
            self.signing = signing
            self.origin = origin
            self.status = status
        }

        var body: [UInt8] {
            get throws {
                let text = Bench.checkpoint(size, fork: root == .other, origin: origin).text
                let signature =
                    switch signing {
                    case .byTheLog: try NoteSignature.sign(text, as: origin, with: Bench.signer)
                    case .byAnother:
                        try NoteSignature.sign(text, as: "annan.example", with: Bench.stranger)
                    case .underItsName:
                        try NoteSignature.sign(text, as: origin, with: Bench.stranger)
                    case .forged: try NoteSignature.sign("annat\n", as: origin, with: Bench.signer)
                    }
                let right = old <= size ? Bench.proof(old, size) : []
                let hashes: [Hash] =
                    switch proof {
                    case .right: right
                    case .none: []
                    case .wrong: right.map(\.corrupted) + (right.isEmpty ? [.emptyTree] : [])
                    case .long: [Hash](repeating: .emptyTree, count: 64)
                    }
                let lines = ["old \(old)"] + hashes.map { Data($0.bytes).base64EncodedString() }
                let note = SignedNote(text: text, signatures: [signature])
                return Array((lines.joined(separator: "\n") + "\n\n\(note)").utf8)
            }
        }
    }

    /// A log, a fork of it, and a witness that knows the log.
    enum Bench {
        static let signer = SigningKey.numbered(1)
        static let stranger = SigningKey.numbered(2)
        static let log = signer.verificationKey("liggare.example/plan")
        static let witness = Witness(
            name: "vittne.example/w1", signer: SigningKey.numbered(3),
            logs: [Witness.Log(origin: log.name, keys: [log])])

        private static let tree = MemoryTree(size: 101)
        private static let forkedTree = MemoryTree((0..<101).map { Array("annat \($0)".utf8) })

        /// The fork of the empty log is a root that no empty log has.
        static func checkpoint(
            _ size: UInt64, fork: Bool = false, origin: String = log.name
        ) -> Checkpoint {
            let tree = fork ? forkedTree : tree
            return Checkpoint(
                origin: origin, size: TreeSize(size),
                root: fork && size == 0 ? tree.root(1) : tree.root(Int(size)))
        }

        static func note(_ size: UInt64, fork: Bool = false) throws -> SignedNote {
            try checkpoint(size, fork: fork).signed(with: signer)
        }

        static func proof(_ old: UInt64, _ size: UInt64) -> [Hash] {
            MerkleTree.proveConsistency(from: TreeSize(old), to: TreeSize(size), reading: tree)
        }
    }
}
