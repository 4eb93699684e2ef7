import Foundation
import Testing

@Suite("Commands that were cut off, and are sent again")
struct CutOffTests {
    private static let found = [
        "init", "Prov", "--origin", "prov.example/plan", "--format", "json",
    ]

    @Test("A founding that was recorded and not told is told when it is sent again")
    func foundedBefore() throws {
        let workplace = try Workplace()
        let first = try workplace.start(Self.found).outcome().output.jsonObject
        let again = try workplace.start(Self.found).outcome()
        #expect(again.exitCode == 0, "\(again.errors)")
        let told = try again.output.jsonObject
        #expect(told["ledger"] as? String == first["ledger"] as? String)
        #expect(told["root"] as? String == first["root"] as? String)
        #expect(told["duplicate"] as? Bool == true)
        for other in [["--command-id", "x"], ["--rehearsal"], ["--time-zone", "Europe/Oslo"]] {
            #expect(try workplace.start(Self.found + other).outcome().exitCode == 65)
        }
        try workplace.done("committee", "add", "KS", "Kommunstyrelsen")
        #expect(try workplace.start(Self.found).outcome().exitCode == 65)
        #expect(try workplace.audit() == 2)
    }

    @Test("A founding with a command id gets its first receipt, whatever came after it")
    func foundedByID() throws {
        let workplace = try Workplace()
        let found = Self.found + ["--command-id", "founding"]
        let first = try workplace.start(found).outcome().output.jsonObject
        try workplace.done("committee", "add", "KS", "Kommunstyrelsen")
        let again = try workplace.start(found).outcome().output.jsonObject
        #expect(again["size"] as? Int == 1)
        #expect(again["root"] as? String == first["root"] as? String)
    }

    @Test(
        "A founding that was cut off in the middle goes on",
        arguments: [
            "mkdir ledger", "mkdir -p ledger/log", ": > ledger/log/data.mdb",
            "head -c 4096 /dev/zero > ledger/log/data.mdb",
        ])
    func foundingGoesOn(state: String) throws {
        let workplace = try Workplace()
        #expect(try workplace.shell("mkdir -p ledger/log; \(state)").exitCode >= 0)
        let outcome = try workplace.start(Self.found).outcome()
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(try workplace.audit() == 1)
    }

    /// Kills a command at its first, second, third ... call of a kind, until it comes through.
    @Test(
        "Killed at any call that names a file, the command does its work when it is sent again",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")),
        arguments: [
            "init Andra --origin andra.example/plan --ledger again-$n",
            "key new --file new-$n/key.pem", "checkpoint", "publish public-$n",
            "audit --from public --key $key --copy copy-$n",
        ])
    func killed(command: String) throws {
        let workplace = try Workplace()
        try workplace.found()
        try workplace.done("publish", "public")
        let outcome = try workplace.shell(
            """
            key=$(liggare checkpoint --verification-key)
            for call in mkdir linkat rename fsync fchmod; do n=0; while :; do
                n=$((n + 1)); [ $n -lt 40 ] || exit 3
                rm -rf again-$n new-$n public-$n copy-$n
                [ "\(command)" != checkpoint ] || liggare status 1 ongoing > status.txt || exit 4
                strace -f -o trace.txt -e trace=$call -e inject=$call:signal=KILL:when=$n \
                    liggare \(command) > first.txt 2>&1 && break
                liggare \(command) > second.txt 2>&1
                code=$?
                # A key that is there is never overwritten.
                [ $code = 0 ] || { [ $code = 65 ] && [ -s new-$n/key.pem ]; } \
                    || { echo "$call $n: $code"; cat first.txt second.txt; exit 5; }
                if find . -name '.draft-*' | grep .; then echo "$call $n: litter"; exit 6; fi
            done; done
            """)
        #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
    }
}
