import Foundation
import Testing

@Suite("Checkpoints, and witnesses that cosign them")
struct CheckpointTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.found()
    }

    private func checkpoint(_ arguments: [String] = []) throws -> Outcome {
        try workplace.start(["checkpoint"] + arguments).outcome()
    }

    /// The statuses of the witnesses that were asked, and the note.
    private func cosign(
        _ witness: ServedWitness, _ arguments: [String] = []
    ) throws -> (exitCode: Int32, statuses: [String], note: String) {
        let outcome = try checkpoint(witness.arguments + ["--format", "json"] + arguments)
        let answer = try outcome.output.jsonObject
        let statuses = answer.list("witnesses").compactMap { $0["status"] as? String }
        return (outcome.exitCode, statuses, try #require(answer["checkpoint"] as? String))
    }

    private func kept(_ size: Int, in ledger: String = "ledger") -> String? {
        try? String(
            contentsOfFile: "\(workplace.path)/\(ledger)/checkpoints/\(size)", encoding: .utf8)
    }

    /// From here on, the commands are those of somebody who has not seen the ledger before.
    private func forget() throws {
        try FileManager.default.removeItem(atPath: workplace.path + "/.local/state/liggare/seen")
    }

    /// How many signatures a note has.
    private func signatureCount(_ note: String?) -> Int? {
        note?.split(separator: "\n").filter { $0.hasPrefix("— ") }.count
    }

    @Test("The note is printed as it is kept, or written, and the same when asked for again")
    func verbatim() throws {
        let printed = try checkpoint()
        #expect(printed.exitCode == 0)
        #expect(printed.errors == "")
        #expect(printed.output == kept(4))
        #expect(signatureCount(printed.output) == 1)
        #expect(try checkpoint().output == printed.output)
        #expect(try checkpoint(["--out", "note"]).output == "")
        let written = try String(contentsOfFile: workplace.path + "/note", encoding: .utf8)
        #expect(written == printed.output)
        #expect(try workplace.audit() == 4)
    }

    @Test("A checkpoint is cosigned, and so is the next, which is proved to continue it")
    func cosigned() throws {
        let witness = try ServedWitness(in: workplace)
        let first = try cosign(witness)
        #expect(first.exitCode == 0)
        #expect(first.statuses == ["cosigned"])
        try workplace.done("status", "1", "ongoing")
        let second = try cosign(witness)
        #expect(second.statuses == ["cosigned"])
        #expect(second.note == kept(5))
        #expect(signatureCount(second.note) == 2)
        // What is cosigned is not asked for again.
        let again = try cosign(witness)
        #expect(again.statuses == ["cosigned-before"])
        #expect(again.note == second.note)
        #expect(witness.statuses == ["200", "200"])
        #expect(witness.requests.map { $0[1] } == ["prov.example/plan", "prov.example/plan"])
        #expect(witness.requests.map { $0[2] } == ["4", "5"])
        let end = try witness.stop()
        #expect(end.exitCode == 0)
        #expect(end.errors == "")
        #expect(try workplace.audit() == 5)
    }

    @Test("A ledger that forgot how far a witness has come is told, and shows it")
    func forgotten() throws {
        let witness = try ServedWitness(in: workplace)
        #expect(try cosign(witness).statuses == ["cosigned"])
        try FileManager.default.removeItem(atPath: workplace.path + "/ledger/checkpoints")
        try workplace.done("status", "1", "ongoing")
        #expect(try cosign(witness).statuses == ["cosigned"])
        #expect(witness.statuses == ["200", "409", "200"])
        try workplace.audit()
    }

    @Test("A second history under the same key is not cosigned, shorter or longer")
    func forked() throws {
        let witness = try ServedWitness(in: workplace)
        _ = try workplace.shell("cp -r ledger fork")
        try workplace.done("status", "1", "ongoing")
        #expect(try cosign(witness).statuses == ["cosigned"])

        try forget()
        let shorter = try cosign(witness, ["--ledger", "fork"])
        #expect(shorter.statuses == ["ahead"])
        try workplace.done("--ledger", "fork", "status", "1", "completed")
        let other = try cosign(witness, ["--ledger", "fork"])
        #expect(other.statuses == ["refused"])
        #expect(witness.statuses == ["200", "409", "409", "422"])
        for (size, answer) in [(4, shorter), (5, other)] {
            #expect(answer.exitCode == 1)
            #expect(signatureCount(answer.note) == 1)
            #expect(kept(size, in: "fork") == answer.note)
        }
        let told = try checkpoint(["--ledger", "fork"] + witness.arguments)
        #expect(told.errors.contains("does not continue what it cosigned last"))
        try workplace.done("--ledger", "fork", "audit")
        try forget()
        try workplace.audit()
    }

    @Test("A witness that was killed knows what it cosigned when it is started again")
    func killed() throws {
        let witness = try ServedWitness(in: workplace)
        _ = try workplace.shell("cp -r ledger backup")
        try workplace.done("status", "1", "ongoing")
        #expect(try cosign(witness).statuses == ["cosigned"])
        witness.kill()
        let again = try ServedWitness(in: workplace)
        #expect(again.key == witness.key)
        try forget()
        #expect(try cosign(again, ["--ledger", "backup"]).statuses == ["ahead"])
        try forget()
        try workplace.done("status", "1", "completed")
        #expect(try cosign(again).statuses == ["cosigned"])
        try workplace.audit()
    }

    @Test("A witness that does not cosign is a warning, and the checkpoint is kept")
    func notCosigned() throws {
        let stranger = try Workplace()
        try stranger.done("init", "Annan", "--origin", "annan.example/plan")
        let other = try ServedWitness(in: stranger)
        let key = other.key
        for (url, warning) in [
            ("http://127.0.0.1:1", "cannot be reached"),
            (other.url, "no log that is witnessed here"),
            (other.url + "/nowhere", "answered 404"),
            ("file:///etc/hostname", "cannot be used"),
        ] {
            let outcome = try checkpoint(["--witness", url, "--witness-key", key])
            #expect(outcome.exitCode == 1)
            #expect(outcome.output == kept(4))
            #expect(outcome.errors.hasPrefix("liggare: warning: vittne.example did not cosign: "))
            #expect(outcome.errors.contains(warning), "\(outcome.errors)")
        }
        try workplace.audit()
    }

    @Test("A cosignature by another key than the one that is expected is not kept")
    func otherKey() throws {
        let witness = try ServedWitness(in: workplace)
        let other = try workplace.done(
            "witness", "key", "--state", "other", "--name", "annan.example")
        let outcome = try checkpoint([
            "--witness", witness.url, "--witness-key", other.trimmingCharacters(in: .newlines),
        ])
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("signs with another key"))
        #expect(signatureCount(kept(4)) == 1)
        try workplace.audit()
    }

    @Test("While a witness is waited for, others append")
    func waiting() throws {
        let server = try SilentServer()
        let key = try workplace.done("witness", "key", "--state", "w", "--name", "vittne.example")
        let waiting = try workplace.start(
            ["checkpoint", "--witness", server.url, "--witness-key"]
                + [key.trimmingCharacters(in: .newlines)])
        while kept(4) == nil, waiting.isRunning { Thread.sleep(forTimeInterval: 0.01) }
        try workplace.done("status", "1", "ongoing")
        #expect(waiting.isRunning)
        waiting.kill()
        #expect(try workplace.audit() == 5)
    }

    @Test("What programs are told")
    func shapes() throws {
        let witness = try ServedWitness(in: workplace)
        let answer = try checkpoint(witness.arguments + ["--format", "json"]).output.jsonObject
        #expect(
            answer.names == [
                "ledger", "origin", "size", "root", "checkpoint", "verificationKey", "witnesses",
                "rehearsal",
            ])
        let asked = try #require(answer.list("witnesses").first)
        #expect(asked.names == ["url", "status", "name", "time"])
        #expect(asked["name"] as? String == "vittne.example")
        #expect(asked["time"] is String)

        let key = try workplace.json("checkpoint", "--verification-key")
        #expect(key.names == ["ledger", "origin", "verificationKey", "rehearsal"])
        let line = try workplace.done("checkpoint", "--verification-key")
        #expect(line == "\(try #require(key["verificationKey"] as? String))\n")
        let own = try workplace.json("witness", "key", "--state", "w", "--name", "v.example")
        #expect(own.names == ["witness", "verificationKey"])
        try workplace.audit()
    }

    @Test("The key of a witness is for nobody else to read")
    func witnessKey() throws {
        let key = try workplace.done("witness", "key", "--state", "w", "--name", "v.example")
        #expect(try workplace.done("witness", "key", "--state", "w", "--name", "v.example") == key)
        let mode = try FileManager.default.attributesOfItem(
            atPath: workplace.path + "/w/key.pem")[.posixPermissions]
        #expect(mode as? Int == 0o600)
        try workplace.audit()
    }
}
