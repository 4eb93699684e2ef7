import Coordinates
import EntryLog
import LogSupport
import TestSupport
import Testing
import TransparencyLog
import Witnessing

@Suite("A witness over HTTP")
struct WebWitnessTests {
    private let directory: TemporaryDirectory
    private let witness: WebWitness

    init() throws {
        directory = try TemporaryDirectory()
        witness = WebWitness(try WitnessMemory(in: directory))
    }

    private static let monitoring =
        "/\(Witness.hash(ofOrigin: Founding.example().origin))/checkpoint"

    private func get(_ path: String) throws -> WebAnswer {
        try witness.answer("GET", path, body: [], at: 1)
    }

    @Test("The name of a log is the hash of its origin")
    func originHash() {
        // SHA-256 of "abc": FIPS 180-4, as every table has it.
        #expect(
            Witness.hash(ofOrigin: "abc")
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("What is added can be read, with the signatures of the log and of the witness")
    func added() throws {
        try withLog { bench in
            #expect(try get(Self.monitoring).status == 404)
            let answer = try witness.answer(
                "POST", "/add-checkpoint", body: bench.submission(from: 0), at: 1_700_000_000)
            #expect(answer.status == 200)
            #expect(answer.checkpoint?.size == TreeSize(1))
            let read = try get(Self.monitoring)
            #expect(read.status == 200)
            let note = try SignedNote(read.body)
            let log = bench.log.founding
            let key = VerificationKey(
                named: log.origin, type: .ed25519, of: SigningKey.checkpoints)
            #expect(try Checkpoint(note, signedBy: key) == answer.checkpoint)
            let cosignatures = try note.cosignatures(by: [witness.memory.witness.key])
            #expect(cosignatures.map(\.posixSeconds) == [1_700_000_000])
            #expect(cosignatures.map { Array("\($0.signature)\n".utf8) } == [answer.body])
        }
    }

    @Test("A conflict says the size, in its own type")
    func conflict() throws {
        try withLog { bench in
            for status in [200, 409] {
                let answer = try witness.answer(
                    "POST", "/add-checkpoint", body: bench.submission(from: 0), at: 1)
                #expect(answer.status == status)
                guard status == 409 else { continue }
                #expect(answer.body == Array("1\n".utf8))
                #expect(answer.contentType == "text/x.tlog.size")
            }
        }
    }

    @Test(
        "What is not asked for as it should be is refused",
        arguments: [
            ("GET", "/add-checkpoint", 405), ("POST", "/add-checkpoint", 400),
            ("POST", Self.monitoring, 405), ("GET", "/", 404), ("GET", "/checkpoint", 404),
            ("GET", "/../key.pem", 404), ("GET", "/../checkpoint", 404),
            ("GET", "//checkpoint", 404), ("GET", Self.monitoring + "/", 404),
            ("POST", "/sign-subtree", 404),
        ])
    func refused(method: String, path: String, status: Int) throws {
        let answer = try witness.answer(method, path, body: [], at: 1)
        #expect(answer.status == status)
        #expect((answer.allowed != nil) == (status == 405))
        #expect(answer.body.last == 0x0a)
    }

    @Test("A body that is too large is not looked at")
    func tooLarge() throws {
        #expect(try witness.answer("POST", "/add-checkpoint", body: nil, at: 1).status == 413)
    }
}
