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

        let entries = try workplace.json("log").list("entries")
        let void = try #require(entries.first { $0["void"] != nil }?["position"] as? Int)
        _ = try workplace.done("disregard", "\(void)", "--reason", "Intrång, anmält")
        let audited = try workplace.done("audit")
        #expect(audited.contains("1 void entry, dealt with at \(void + 2)"))
        for command in [["committees"], ["checkpoint"], ["extract", "--committee", "KS"]] {
            let said = try workplace.start(command).outcome()
            #expect(said.errors.isEmpty && said.exitCode == 0, "\(command): \(said.errors)")
        }
        #expect(try workplace.done("log").contains("dealt with at \(void + 2)"))
    }

    @Test("A clock that was ahead bars nothing once it was declared wrong")
    func clock() throws {
        let workplace = try Workplace()
        _ = try workplace.done(
            "init", "Prov", "--origin", "prov.example/plan", "--rehearsal", "--recorded",
            "2014-01-01")
        func at(_ time: String, _ words: String...) throws -> String {
            let said = try workplace.start(words + ["--recorded", time]).outcome()
            return said.exitCode == 0 ? said.output : said.errors
        }
        let add = ["committee", "add", "QN", "Falknämnden"]
        _ = try at(
            "2121-01-01", add[0], add[1], add[2], add[3], "--effective", "2014-02-01")
        let entries = try workplace.json("log").list("entries")
        let wrong = try #require(entries.last?["position"] as? Int)
        let barred = try at("2026-11-29", "committee", "add", "BN", "Barnnämnden")
        #expect(barred.contains("recorded time never goes back"))
        #expect(try workplace.done("audit").contains("later than this machine's clock"))
        _ = try at("2026-11-29", "wrong-clock", "\(wrong)", "--reason", "Batteriet var slut")
        _ = try at("2026-11-30", "committee", "add", "BN", "Barnnämnden")
        #expect(try workplace.done("audit").contains("Verified"))
        let shown = try workplace.done("show", "\(wrong)")
        #expect(shown.contains("recorded 2121-01-01"))
        #expect(shown.contains("counts as recorded 2026-11-29"))
        let known = try workplace.json("committees", "--known", "2026-11-29")
        #expect(known.list("committees").contains { $0["code"] as? String == "QN" })
        #expect(!known.list("committees").contains { $0["code"] as? String == "BN" })
    }
}
