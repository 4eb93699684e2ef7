import Foundation
import Testing

@Suite("Who may use a ledger's files")
struct ModeTests {
    /// Everything that a ledger is made of, with its mode.
    private static func modes(in workplace: Workplace, _ folder: String) throws -> [String: Int] {
        var modes: [String: Int] = [:]
        let root = workplace.path + "/" + folder
        for name in [""] + (try FileManager.default.subpathsOfDirectory(atPath: root)) {
            var status = stat()
            guard lstat(root + "/" + name, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else {
                continue
            }
            modes[name] = Int(status.st_mode) & 0o7777
        }
        return modes
    }

    @Test("All of it is its owner's alone, whatever the umask", arguments: ["0", "022", "077"])
    func alone(umask: String) throws {
        let workplace = try Workplace()
        try Data("sol".utf8).write(to: URL(filePath: workplace.path + "/sol.md"))
        let outcome = try workplace.shell(
            """
            set -e; umask \(umask); day=2013-11-04
            export XDG_CONFIG_HOME=$PWD/made
            liggare init Prov --origin prov.example/plan
            liggare committee add KS Kommunstyrelsen --effective $day
            liggare plan adopt prov --title Provplan --effective $day
            liggare action add Prova --plan prov --committee KS --deadline 2014 --effective $day
            liggare attach sol.md --action 1
            liggare checkpoint; liggare rebuild; liggare publish public
            liggare audit --from public --key "$(liggare checkpoint --verification-key)" --copy copy
            """)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        for folder in ["ledger", "made", "copy", ".local"] {
            for (name, mode) in try Self.modes(in: workplace, folder) {
                #expect(mode & 0o7077 == 0, "\(folder)/\(name): \(String(mode, radix: 8))")
            }
        }
        for (name, mode) in try Self.modes(in: workplace, "public") {
            #expect(mode == 0o755 || mode == 0o644, "\(name): \(String(mode, radix: 8))")
        }
    }

    @Test(
        "A ledger that everybody may write is refused, to whoever looks as to whoever records",
        arguments: ["", "/log", "/log/data.mdb", "/log/lock.mdb", "/views", "/checkpoints"])
    func openToAll(place: String) throws {
        let workplace = try Workplace()
        try workplace.found()
        try workplace.done("rebuild")
        try workplace.done("checkpoint")
        #expect(try workplace.shell("chmod o+w ledger\(place)").exitCode == 0)
        for command in ["board KS", "status 1 ongoing", "audit", "publish public"] {
            let outcome = try workplace.shell("liggare " + command)
            #expect(outcome.exitCode == 77, "\(command)")
            #expect(
                outcome.errors
                    == """
                    liggare: everybody may write ledger\(place), so nothing in it can be relied on. \
                    Run chmod o-w on it, and liggare audit.

                    """)
        }
        #expect(try workplace.shell("chmod o-w ledger\(place)").exitCode == 0)
        #expect(try workplace.audit() == 4)
    }
}
