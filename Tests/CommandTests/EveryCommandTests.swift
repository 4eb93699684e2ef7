import Foundation
import TestSupport
import Testing

/// Reads the sources: a command that no flag leads to compiles, too.
@Suite("Every command of the domain")
struct EveryCommandTests {
    @Test("Some call of liggare leads to it")
    func called() throws {
        let domain = try projectText("Sources/Handlingsplan/Rules/Command.swift")
        let cases = try #require(domain.firstMatch(of: /enum Command: (?s)(.*?)\n}/)).1
        let commands = cases.matches(of: /case (\w+)\(/).map { String($0.1) }
        #expect(commands.count > 30)
        let folder = Fixtures.path + "/../Sources/LiggareCLI/Commands"
        let calls = try FileManager.default.contentsOfDirectory(atPath: folder).map {
            try projectText("Sources/LiggareCLI/Commands/" + $0)
        }.joined()
        for command in commands {
            #expect(calls.contains(".\(command)("), "\(command)")
        }
    }
}
