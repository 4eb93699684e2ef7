import Foundation
import Testing

@Suite("share: several people on one machine")
struct ShareTests {
    /// Runs a shell as somebody else: by number, so that no account is needed.
    private static func shell(
        _ script: String, as user: Int, groups: String, in workplace: Workplace
    ) throws -> Outcome {
        let other = """
            mkdir -p \(user) && chown \(user) \(user) && exec setpriv --reuid \(user) \
            --regid \(user) --groups \(groups) env XDG_CONFIG_HOME=$PWD/\(user)/config \
            HOME=$PWD/\(user) sh -c '\(script)'
            """
        return try workplace.shell(other)
    }

    @Test("Somebody who may not look is told so by every command, and not that there is no ledger")
    func outsider() throws {
        let workplace = try Workplace()
        try workplace.found()
        let isRoot = geteuid() == 0
        if !isRoot { #expect(chmod(workplace.path + "/ledger", 0) == 0) }
        for command in [
            "board KS", "log", "audit", "status 1 ongoing", "rebuild", "publish public", "doctor",
            "checkpoint", "share", "init Prov --origin prov.example/plan", "prove 1",
            "status 1 ongoing --dry-run", "extract --action 1", "replay --to 2100-01-01",
        ] {
            let outcome =
                isRoot
                ? try Self.shell("liggare " + command, as: 4004, groups: "4004", in: workplace)
                : try workplace.shell("liggare " + command)
            #expect(outcome.exitCode == 77, "\(command): \(outcome.errors)")
            #expect(outcome.errors.contains("you may not look at ledger: only "), "\(command)")
        }
        #expect(chmod(workplace.path + "/ledger", 0o700) == 0)
        try workplace.audit()
    }

    @Test("Where there is no ledger, share says so, as it says what it cannot be asked for")
    func refused() throws {
        let workplace = try Workplace()
        #expect(try workplace.run("share").exitCode == 66)
        try workplace.found()
        for (command, exitCode, sentence) in [
            ("--nobody 4711", 64, "--nobody ends what was shared with anybody. Leave out"),
            ("--readers 4711 --no-readers", 64, "give --readers or --no-readers, not both."),
            ("4711 --readers 4711", 64, "a group that records can look, too."),
            ("no-such-group", 66, "there is no group \"no-such-group\" on this machine."),
        ] {
            let outcome = try workplace.shell("liggare share \(command)")
            #expect(outcome.exitCode == exitCode, "\(command)")
            #expect(outcome.errors.contains("liggare: " + sentence), "\(outcome.errors)")
        }
        #expect(try workplace.json("share")["group"] is NSNull)
        let missing = try workplace.run(
            "init", "Prov", "--origin", "prov.example/x", "--shared", "no-such-group", "--ledger",
            "other")
        #expect(missing.exitCode == 66)
        #expect(!FileManager.default.fileExists(atPath: workplace.path + "/other"))
    }

    @Test("A ledger that is founded for a group is the group's, and doctor finds what is not")
    func founded() throws {
        let workplace = try Workplace()
        let group = "\(getegid())"
        try workplace.done("init", "Prov", "--origin", "prov.example/plan", "--shared", group)
        let shared = try workplace.json("share")
        #expect((shared["group"] as? [String: Any])?["number"] as? Int == Int(getegid()))
        try workplace.done("doctor")
        #expect(chmod(workplace.path + "/ledger/log/data.mdb", 0o644) == 0)
        let found = try workplace.run("doctor")
        #expect(found.exitCode == 1)
        #expect(
            found.output.contains(
                "ledger/log/data.mdb: everybody may read it, and the group may not write it."))
        try workplace.done("share", group)
        try workplace.done("doctor")
        try workplace.done("share", "--nobody")
        #expect(try workplace.json("share")["group"] is NSNull)
        try workplace.done("doctor")
    }

    @Test(
        "What two people record and attach by turns, under any umask, both can verify",
        .enabled(if: geteuid() == 0, "needs root to become two people"))
    func byTurns() throws {
        let workplace = try Workplace()
        let files = try workplace.shell(
            """
            set -e; echo a > a.txt; echo b > b.txt; chmod a+r *.txt; mkdir desk; chown 4001 desk
            mkdir -p 4001/config/liggare 4002/config/liggare
            cp config/liggare/* 4001/config/liggare; cp config/liggare/* 4002/config/liggare
            chown -R 4001 4001; chown -R 4002 4002
            """)
        #expect(files.exitCode == 0, "\(files.errors)")
        func did(_ script: String, as user: Int) throws {
            let outcome = try Self.shell(
                "set -e; export LIGGARE_LEDGER=desk/ledger; " + script, as: user,
                groups: "\(user),4711", in: workplace)
            #expect(outcome.exitCode == 0, "\(script): \(outcome.errors)")
        }
        try did(
            "umask 077; liggare init Prov --origin prov.example/plan --shared 4711; "
                + "liggare committee add KS Kommunstyrelsen", as: 4001)
        try did("umask 0; liggare attach b.txt --committee KS; liggare rebuild", as: 4002)
        try did("umask 077; liggare audit; liggare attach a.txt --committee KS", as: 4001)
        try did(
            "umask 0; liggare checkpoint; liggare audit; ! liggare doctor --format json | grep sharing",
            as: 4002)
        try did("umask 077; liggare rebuild; liggare checkpoint; liggare audit", as: 4001)

        func told(_ command: String, as user: Int) throws -> String {
            let outcome = try Self.shell(
                "LIGGARE_LEDGER=desk/ledger liggare " + command, as: user, groups: "\(user),4711",
                in: workplace)
            #expect(outcome.exitCode == 77, "\(command): \(outcome.errors)")
            return outcome.errors
        }
        #expect(try told("share 4712", as: 4002).contains("belongs to 4001, who alone can"))
        #expect(try told("share 4712", as: 4001).contains("you are not in the group 4712, and so"))
        let ended = try told("share --nobody", as: 4001)
        #expect(ended.contains(" belong to others and stayed as they were. Have the machine"))
        #expect(try told("board KS", as: 4002).contains("only 4001 may."))
    }

    @Test(
        "Who may not is told by whom to be let in",
        .enabled(if: geteuid() == 0, "needs root to become two people"))
    func told() throws {
        let workplace = try Workplace()
        func run(_ script: String, as user: Int, groups: String) throws -> Outcome {
            try Self.shell(
                "export LIGGARE_LEDGER=desk/ledger; " + script, as: user, groups: groups,
                in: workplace)
        }
        let made = try workplace.shell(
            """
            mkdir -p desk 4001/config && cp -r config/liggare 4001/config && chown -R 4001 desk 4001
            """)
        #expect(made.exitCode == 0, "\(made.errors)")
        let founded = try run(
            "liggare init Prov --origin prov.example/plan --shared 4711 && "
                + "liggare share --readers 4712 && liggare rebuild", as: 4001, groups: "4711")
        #expect(founded.exitCode == 0, "\(founded.errors)")

        let outsider = try run("liggare board KS", as: 4004, groups: "4004")
        #expect(outsider.exitCode == 77)
        #expect(
            outsider.errors
                == """
                liggare: you may not look at desk/ledger: only 4001 and the group 4711 may. Ask 4001 \
                to let you in with liggare share.

                """)
        let reader = try run("liggare committee add KS Styrelsen", as: 4003, groups: "4712")
        #expect(reader.exitCode == 77)
        #expect(
            reader.errors
                == """
                liggare: you may look at desk/ledger, but not record in it: only 4001 and the group \
                4711 may. Ask 4001 to let you in with liggare share, or have it done.

                """)
        #expect(chmod(workplace.path + "/desk/ledger/log/data.mdb", 0o600) == 0)
        let colleague = try run("liggare log", as: 4002, groups: "4711")
        #expect(colleague.exitCode == 77)
        #expect(
            colleague.errors
                == """
                liggare: desk/ledger is shared with you, but desk/ledger/log/data.mdb is not. Let \
                4001, whose it is, run liggare share 4711.

                """)
        let stranger = try run("liggare share no-such-group", as: 4001, groups: "4711")
        #expect(stranger.exitCode == 66)
        #expect(
            stranger.errors
                == """
                liggare: there is no group "no-such-group" on this machine. Check its name with \
                getent group, or make it.

                """)
    }

    @Test(
        "A permission that is lacking is no finding of an audit",
        .enabled(if: geteuid() == 0, "needs root to become two people"))
    func unreadableAnnex() throws {
        let workplace = try Workplace()
        try workplace.found()
        try workplace.done("attach", "handlingsplan.md", "--action", "1")
        try workplace.done("share", "4711")
        let closed = try workplace.shell("chmod 400 $(find ledger/annexes -type f ! -name lock)")
        #expect(closed.exitCode == 0)
        let outcome = try Self.shell("liggare audit", as: 4002, groups: "4711", in: workplace)
        #expect(outcome.exitCode == 77, "\(outcome.output)")
        #expect(outcome.errors.contains("you may not use ledger/annexes/"), "\(outcome.errors)")
        try workplace.done("share", "4711")
        let audited = try Self.shell("liggare audit", as: 4002, groups: "4711", in: workplace)
        #expect(audited.exitCode == 0, "\(audited.errors)")
    }
}
