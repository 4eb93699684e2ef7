import Foundation
import Testing

@Suite("A void entry is never silent")
struct VoidEntryTests {
    @Test("Whatever answers over it says so; and is answered all the same")
    func said() throws {
        let workplace = try Workplace()
        try workplace.found()
        _ = try workplace.done("committee", "add", "QN", "Falknämnden")
        let file = URL(filePath: workplace.path + "/ledger/log/data.mdb")
        var log = try Data(contentsOf: file)
        for place in log.ranges(of: Data("Falk".utf8)) {
            log[place.lowerBound + 1] = UInt8(ascii: "u")
        }
        try log.write(to: file)
        for command in [
            ["committees"], ["documents"], ["board", "KS"], ["summary"], ["overdue"], ["log"],
            ["doctor"], ["show", "1"], ["plan", "export", "prov"],
            ["committee", "add", "BN", "Barnnämnden"],
        ] {
            let said = try workplace.start(command).outcome()
            #expect(said.errors.contains("was not rightly recorded"), "\(command)")
            #expect(!said.output.contains("QN"), "\(command)")
            #expect(said.exitCode == (command == ["doctor"] ? 1 : 0), "\(command): \(said.errors)")
        }
        let extract = try workplace.start(["extract", "--committee", "KS"]).outcome()
        #expect(extract.exitCode == 65, "nothing new is signed over it")
        #expect(extract.errors.contains("signs nothing over it"))
        let listed = try workplace.done("log")
        #expect(listed.contains("VOID") && listed.contains("Barnnämnden"))
        #expect(try workplace.start(["audit"]).outcome().exitCode == 1)
    }
}
