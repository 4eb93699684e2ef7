import Answers
import Checkpoints
import Coordinates
import EntryLog
import Extracts
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import Testing
import TransparencyLog

/// A ledger where action 1 lies on KS and action 2, in another plan, on SN. Entry 5 is a report on
/// action 1; entry 6 corrects it; entry 7 makes SN's registrar, who reports in entry 8.
@Suite("An extract")
struct ExtractTests {
    private static let registrar = TestLedger.key(3)
    private static let last = day("2014-06-30")

    private func withPlans(_ body: (TestLedger) throws -> Void) throws {
        try withLedger { ledger in
            try ledger.record([
                .establish("KS"), .establish("SN"),
                .adopt("ett", by: "KS", deadline: "senast i maj 2014"), .adopt("tva", by: "SN"),
                .report(1, .completed), .correct(5),
                .grantKey(KeyGrant(Writer(Self.registrar.publicKey), committees: [code("SN")])),
            ])
            try ledger.record(.report(2, .ongoing), by: Self.registrar)
            try body(ledger)
        }
    }

    private func extract(
        _ ledger: TestLedger, _ subject: Extract.Question.Subject, known: UInt64? = nil
    ) throws -> Extract {
        try ledger.extract(subject, on: Self.last, known: known.map { Position($0) })
    }

    @Test(
        "The entries are those that the answer rests on, and those that it is read and judged by",
        arguments: [
            (.action(ActionNumber(1)), 8, [0, 1, 2, 3, 4, 5, 6, 7]),
            (.action(ActionNumber(1)), 5, [0, 1, 2, 3, 4, 5]),
            (.action(ActionNumber(2)), 8, [0, 1, 2, 3, 4, 7, 8]),
            (.committee(code("KS")), 8, [0, 1, 2, 3, 4, 5, 6, 7]),
            (.committee(code("SN")), 8, [0, 1, 2, 3, 4, 7, 8]),
            (.committee(code("SN")), 3, [0, 1, 2, 3]),
        ] as [(Extract.Question.Subject, UInt64, [UInt64])])
    func grounds(
        subject: Extract.Question.Subject, known: UInt64, expected: [UInt64]
    ) throws {
        try withPlans { ledger in
            let extract = try extract(ledger, subject, known: known)
            #expect(extract.proofs.map(\.position.index) == expected)
            #expect(extract.kinds() == [])
            #expect(extract.kinds(trusting: Trust()) == [])
        }
    }

    @Test("Each proof in it, cut out, is a C2SP tlog-proof that holds by itself")
    func cutOut() throws {
        try withPlans { ledger in
            let text = try extract(ledger, .action(ActionNumber(1))).description
            let parts = text.split(separator: /===== entry \d+ =====\n/).dropFirst()
            #expect(parts.count == 8)
            for part in parts {
                let proof = try LogProof(Array(part.utf8))
                let checkpoint = try Checkpoint(proof.note, signedBy: TestLedger.vkey)
                let entry = try #require(proof.extra)
                #expect(proof.includes(Hash.leaf(entry.span.bytes), in: checkpoint))
                #expect(verify([proof], trusting: Trust(key: TestLedger.vkey)).findings == [])
            }
        }
    }

    @Test("The lines stand as the format's example has them")
    func lines() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .establish("SN"), .adopt("ett", by: "KS")])
            let made = try ledger.extract(
                .action(ActionNumber(1)), on: day("2014-01-02"), known: Position(3))
            let text = Extract(
                made.question, reading: "(the answer)", answer: "{}", proofs: made.proofs
            ).description
            let expected = """
                liggare extract v2
                of action 1
                effective 2014-01-02
                known 3

                (the answer)
                ===== The answer for programs, in JSON: this is what the proofs are held against =====
                {}
                ===== The proofs: a C2SP tlog-proof stands below each line such as these =====
                ===== entry 0 =====
                c2sp.org/tlog-proof@v1
                extra 0oRY
                index 0
                """
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (line, start) in zip(
                lines,
                expected.split(
                    separator: "\n", omittingEmptySubsequences: false))
            {
                #expect(line.hasPrefix(start) && (line == start || start.hasPrefix("extra")))
            }
            #expect(text.contains("\n\nprovkoping.example/liggare\n4\n"))
            #expect(text.contains("=\n===== entry 1 =====\nc2sp.org/tlog-proof@v1\n"))
        }
    }

    @Test("Every flipped byte of the proofs is found")
    func flippedBytes() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("ett", by: "KS")])
            let bytes = try extract(ledger, .action(ActionNumber(1))).bytes
            let divider = Array("\n=====".utf8)
            let start = try #require(
                bytes.indices.first { bytes[$0...].starts(with: divider) })
            #expect(Extract.kinds(in: bytes) == [])
            for index in start..<bytes.count {
                var flipped = bytes
                flipped[index] ^= 1 << (index % 7)
                #expect(Extract.kinds(in: flipped) != [], "byte \(index) of \(bytes.count)")
            }
        }
    }

    @Test("Every field of the answer that is changed is found, and named")
    func changedAnswer() throws {
        try withPlans { ledger in
            let extract = try extract(ledger, .committee(code("KS")))
            func finding(_ old: String, _ new: String) -> ProofProblem? {
                #expect(extract.answer.contains(old))
                return extract.stating(extract.answer.replacing(old, with: new))
                    .check(trusting: Trust(key: TestLedger.vkey)).findings.first?.problem
            }
            #expect(
                finding(
                    "\"not-started\",\n      \"statusSince\"",
                    "\"completed\",\n      \"statusSince\"")
                    == .otherAnswer(
                        AnswerDifference(
                            path: "actions[0].status", stated: "\"completed\"",
                            derived: "\"not-started\"")))
            #expect(finding("board/1", "board/2") == .otherSchema(AnswerSchema("board", 2)))
            #expect(finding("board/1", "action/1") == .otherSchema(AnswerSchema("action", 1)))
            #expect(finding("\"schema\"", "\"scheme\"") == .otherSchema(nil))
            #expect(finding("}", "") == .malformed("the answer for programs is no JSON object"))
            #expect(
                extract.stating(extract.answer.replacing("2014", with: "2015")).kinds() == [
                    "answer"
                ])
        }
    }

    @Test("Every changed byte of the answer is found, or says the same in JSON")
    func changedBytes() throws {
        try withPlans { ledger in
            let extract = try extract(ledger, .committee(code("SN")))
            let bytes = Array(extract.answer.utf8)
            for index in bytes.indices where bytes[index] != UInt8(ascii: " ") {
                var changed = bytes
                changed[index] ^= 1
                let text = String(decoding: changed, as: UTF8.self)
                #expect(extract.stating(text).kinds() != [], "byte \(index)")
            }
        }
    }

    @Test("Words are not compared: any language, any version may have written them")
    func otherWords() throws {
        try withPlans { ledger in
            let extract = try extract(ledger, .action(ActionNumber(1)))
            let swedish = Extract(
                extract.question, reading: "Åtgärd 1", answer: extract.answer,
                proofs: extract.proofs)
            #expect(swedish.kinds() == [])
            #expect(try Extract(swedish.bytes) == swedish)
        }
    }

    @Test("A checkpoint that is older than one that was seen does not do")
    func minimumSize() throws {
        try withPlans { ledger in
            let extract = try extract(ledger, .action(ActionNumber(1)))
            for (size, kinds) in [(8, []), (9, []), (10, ["checkpoint"])] as [(UInt64, [String])] {
                let trust = Trust(key: TestLedger.vkey, minimumSize: TreeSize(size))
                #expect(extract.kinds(trusting: trust) == kinds)
            }
        }
    }

    @Test(
        "An entry that is left out is missed where the answer depends on it",
        arguments: [
            (0, ["ledger"], ["ledger"]),
            (1, ["event"], ["event"]), (3, ["event"], ["event"]),
            // The report counts again.
            (6, ["answer"], ["answer"]),
        ] as [(UInt64, [String], [String])])
    func leftOut(index: UInt64, onItsOwnWord: [String], underTheKey: [String]) throws {
        try withPlans { ledger in
            let extract = try extract(ledger, .action(ActionNumber(1))).without(index)
            #expect(extract.kinds(trusting: Trust()).first == onItsOwnWord.first)
            #expect(extract.kinds().first == underTheKey.first)
        }
    }

    @Test("Without the grant, nobody knows the registrar")
    func withoutGrant() throws {
        try withPlans { ledger in
            let extract = try extract(ledger, .action(ActionNumber(2))).without(7)
            #expect(extract.kinds() == ["signature"])
        }
    }

    @Test("What a rule would have refused is found by who signed it")
    func notPermitted() throws {
        let ledger = try TestLedger()
        try ledger.record([.establish("KS"), .establish("SN"), .adopt("ett", by: "KS")])
        let grant = KeyGrant(Writer(Self.registrar.publicKey), committees: [code("SN")])
        try ledger.record(.grantKey(grant))
        let act = Act(
            effective: Self.last, events: [.actionClosed(ActionNumber(1))])
        let head = try ledger.registry.log.read { $0.head }
        _ = try ledger.registry.log.append(
            try SealedBatch(
                act.parts(contentByteLimit: SealedBatch.contentByteLimit).map(\.content),
                commandID: try #require(CommandID("forged")), on: head,
                recordedAt: head.recordedAt, signedBy: Self.registrar))
        // Void, it is none of the entries that the answer rests on.
        let shown = try extract(ledger, .action(ActionNumber(1)))
        #expect(shown.kinds() == [])
        #expect(!shown.proofs.map(\.position).contains(Position(5)))
        let finding = #expect(throws: ProofFinding.self) {
            try ledger.extract(.action(ActionNumber(1)), on: Self.last, besides: [Position(5)])
        }
        #expect(finding?.position == Position(5))
        #expect(finding?.problem.kind == "right")
    }

    @Test("Another key, another ledger, or proofs of two checkpoints do not pass")
    func identity() throws {
        try withPlans { ledger in
            let made = try extract(ledger, .committee(code("SN")))
            let id = try ledger.registry.log.id
            #expect(made.kinds(trusting: Trust(key: TestLedger.vkey, ledger: id)) == [])
            #expect(made.kinds(trusting: Trust(ledger: .emptyTree)) == ["ledger"])
            let stranger = try #require(
                VerificationKey(
                    name: TestLedger.vkey.name, type: .ed25519,
                    publicKey: TestLedger.key(9).publicKey))
            #expect(made.kinds(trusting: Trust(key: stranger)) == ["checkpoint"])
            try ledger.record(.close(2))
            let later = try extract(ledger, .committee(code("SN")))
            let mixed = Extract(
                made.question, reading: made.reading, answer: made.answer,
                proofs: [made.proofs[0]] + later.proofs.dropFirst())
            #expect(mixed.kinds().contains("checkpoint"))
            let swapped = Extract(
                made.question, reading: made.reading, answer: made.answer,
                proofs: made.proofs.reversed())
            #expect(swapped.kinds(trusting: Trust(key: TestLedger.vkey)).contains("position"))
            let early = Extract(
                Extract.Question(
                    made.question.subject, at: Moment(effective: Self.last, known: Position(99))),
                reading: made.reading, answer: made.answer, proofs: made.proofs)
            #expect(early.kinds() == ["checkpoint"])
        }
    }

    @Test("A witness that is asked for must have cosigned, and says when")
    func witnesses() throws {
        try withPlans { ledger in
            let key = TestLedger.key(7)
            let witness = try #require(
                VerificationKey(
                    name: "witness.example/w", type: .cosignature, publicKey: key.publicKey))
            let trust = Trust(key: TestLedger.vkey, witnesses: [witness])
            let plain = try extract(ledger, .action(ActionNumber(1)))
            #expect(plain.kinds(trusting: trust) == ["cosignature"])
            let text = plain.proofs[0].note.text
            let cosigned = try ledger.extract(
                .action(ActionNumber(1)), on: Self.last,
                cosignedBy: [.cosign(text, at: 1_400_000_000, as: witness.name, with: key)])
            let checked = cosigned.check(trusting: trust)
            #expect(checked.findings == [])
            #expect(checked.verification.sightings.map(\.witness) == [witness.name])
            let misplaced = try ledger.extract(
                .action(ActionNumber(1)), on: Self.last,
                cosignedBy: [.cosign("other", at: 1_400_000_000, as: witness.name, with: key)])
            #expect(misplaced.kinds(trusting: trust).contains("cosignature"))
        }
    }

    @Test("One proof of another entry than 0 shows that the log holds it, and no more")
    func loneProof() throws {
        try withPlans { ledger in
            let proofs = try extract(ledger, .action(ActionNumber(1))).proofs
            let lone = verify([proofs[5]], trusting: Trust(key: TestLedger.vkey))
            #expect(lone.findings == [])
            #expect(lone.entries.positions == [Position(5)])
            #expect(lone.founding == nil && lone.state == nil)
            let unknown = verify([proofs[5]], trusting: Trust())
            #expect(unknown.findings.map(\.problem) == [.noFounding])
            let founding = verify([proofs[0]], trusting: Trust())
            #expect(founding.findings == [])
            #expect(founding.founding == TestLedger.founding)
            let bare = LogProof(
                position: proofs[5].position, inclusion: proofs[5].inclusion, note: proofs[5].note)
            let found = verify([bare], trusting: Trust(key: TestLedger.vkey)).findings
            #expect(found.map(\.problem) == [.noEntry])
        }
    }

    @Test("Seals are checked as far as all entries before are there")
    func seals() throws {
        try withPlans { ledger in
            let whole = try extract(ledger, .action(ActionNumber(1)))
            let trust = Trust(key: TestLedger.vkey)
            #expect(verify(whole.proofs, trusting: trust).sealCount == 8)
            let sparse = try extract(ledger, .action(ActionNumber(2)))
            #expect(verify(sparse.proofs, trusting: trust).sealCount == 5)
        }
    }

    @Test("What claims to be an extract and is not written as one is refused")
    func malformed() throws {
        try withPlans { ledger in
            let text = try extract(ledger, .action(ActionNumber(1))).description
            let replaced: [(String, String, MalformedExtract)] = [
                ("known 8", "known 08", .unreadQuestion), ("known 8", "known", .unreadQuestion),
                ("action 1\n", "action 0\n", .unreadQuestion),
                ("effective 2014-06-30", "effective 2014-6-30", .unreadQuestion),
                ("\n===== The proofs", "\n===== No proofs", .noProofs),
                ("===== entry 1 =====", "===== entry 01 =====", .notAsWritten),
            ]
            for (good, bad, expected) in replaced {
                #expect(throws: expected, "\(bad)") {
                    try Extract(Array(text.replacing(good, with: bad, maxReplacements: 1).utf8))
                }
            }
            #expect(throws: MalformedExtract.noProofs) { try Extract(Array((text + "x").utf8)) }
            #expect(throws: MalformedExtract.notUTF8) { try Extract(Array(text.utf8) + [0xff]) }
            #expect(!Extract.isOpened(by: Array("liggare extract v1\n".utf8)))
        }
    }

    @Test("Words that look like the lines before the answer and the proofs are still words")
    func spoofedMarks() throws {
        try withPlans { ledger in
            let made = try extract(ledger, .action(ActionNumber(1)))
            let marks = made.description.split(separator: "\n").filter { $0.hasPrefix("===== The") }
            #expect(marks.count == 2)
            let spoofed = Extract(
                made.question, reading: "a\n\(marks[0])\n{}\n\(marks[1])\n===== entry 0 =====\nb",
                answer: made.answer, proofs: made.proofs)
            #expect(try Extract(spoofed.bytes) == spoofed)
            #expect(spoofed.kinds() == [])
        }
    }
}
