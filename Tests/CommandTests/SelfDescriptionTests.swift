import Foundation
import Testing

@Suite("What the command says of itself and of its ledger")
struct SelfDescriptionTests {
    private static let mark = "REHEARSAL: "

    /// Commands that follow upon one another, one of each kind that prints.
    private static let commands = [
        ["committee", "add", "BN", "Bildningsnämnden"],
        ["committee", "rename", "KS", "Styrelsen"],
        ["plan", "import", "handlingsplan.md", "--plan", "nya", "--title", "Nya", "--dry-run"],
        ["plan", "import", "handlingsplan.md", "--plan", "nya", "--title", "Nya"],
        ["action", "amend", "1", "--title", "Prova mer"],
        ["status", "1", "ongoing", "--dry-run"],
        ["deadline", "set", "1", "senast maj 2015"],
        ["correct", "6", "--reason", "Fel."],
        ["report-back", "KS"], ["attach", "handlingsplan.md", "--action", "1"],
        [
            "plan", "import", "egna-rubriker.csv", "--plan", "bord", "--title", "Bord", "--column",
            "Vad vi gör=title", "--owner", "KN=KS",
        ],
        ["committees"], ["documents"], ["board", "KS"], ["summary"], ["overdue"],
        ["known", "--committee", "KS", "--on", "2100-01-01"],
        ["deadlines", "--from", "2014-01-01", "--to", "2014-12-31"],
        ["action", "show", "1"], ["plan", "show", "prov"], ["log"], ["show", "0"], ["show", "1"],
        ["replay", "--to", "2100-01-01"],
        ["audit"], ["rebuild"], ["repair"],
    ]

    @Test("Whatever comes from a rehearsal says so; nothing else does", arguments: [true, false])
    func rehearsals(isRehearsal: Bool) throws {
        let people = try Workplace()
        let programs = try Workplace()
        for workplace in [people, programs] { try workplace.found(rehearsal: isRehearsal) }
        for command in Self.commands {
            let text = try people.start(command).outcome()
            #expect(text.exitCode == 0, "\(command): \(text.errors)")
            #expect(text.output.hasPrefix(Self.mark) == isRehearsal, "\(command)")

            let json = try programs.start(command + ["--format", "json"]).outcome()
            #expect(
                try json.output.jsonObject["rehearsal"] as? Bool == isRehearsal, "\(command)")
        }
        for workplace in [people, programs] { try workplace.audit() }
    }

    @Test("The founding of a rehearsal says so")
    func founding() throws {
        let arguments = ["init", "Prov", "--origin", "prov.example/plan", "--rehearsal"]
        let text = try Workplace().start(arguments).outcome()
        #expect(text.output.hasPrefix(Self.mark))
        let json = try Workplace().start(arguments + ["--format", "json"]).outcome()
        #expect(try json.output.jsonObject["rehearsal"] as? Bool == true)
    }

    @Test("Every subcommand explains itself")
    func help() throws {
        let workplace = try Workplace()
        let tree = try workplace.done("--experimental-dump-help").jsonObject
        let root = try #require(tree["command"] as? [String: Any])
        let paths = Self.paths(below: root, [])
        #expect(paths.count > 20)
        for path in paths {
            let help = try workplace.start(path + ["--help"]).outcome()
            #expect(help.exitCode == 0, "\(path)")
            let usage = (["Usage: liggare"] + path).joined(separator: " ")
            #expect(help.output.replacing(/\n */, with: " ").contains(usage), "\(path)")
            #expect(help.errors == "", "\(path)")
            let lines = help.output.split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= 80 }, "\(path)")
            #expect(try workplace.start(["help"] + path).outcome().output == help.output)
        }
    }

    private static func paths(below command: [String: Any], _ path: [String]) -> [[String]] {
        let children = command["subcommands"] as? [[String: Any]] ?? []
        return [path]
            + children.flatMap { child in
                let name = child["commandName"] as? String ?? ""
                return name == "help" ? [] : paths(below: child, path + [name])
            }
    }
}
