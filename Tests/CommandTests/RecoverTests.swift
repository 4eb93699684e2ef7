import Foundation
import Testing

@Suite("Cutting a log back to its checkpoint")
struct RecoverTests {
    /// A ledger with a checkpoint, and behind it an entry that a stranger changed, and another; both
    /// recorded by somebody else than who recovers.
    private func forged() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.found()
        _ = try workplace.done("checkpoint")
        let add = "XDG_STATE_HOME=elsewhere liggare committee add"
        #expect(try workplace.shell("\(add) QN Falknämnden").exitCode == 0)
        let file = URL(filePath: workplace.path + "/ledger/log/data.mdb")
        var log = try Data(contentsOf: file)
        for place in log.ranges(of: Data("Falk".utf8)) {
            log[place.lowerBound + 1] = UInt8(ascii: "u")
        }
        try log.write(to: file)
        #expect(try workplace.shell("\(add) BN Barnnämnden").exitCode == 0)
        return workplace
    }

    @Test("What goes is shown, the old log is kept, and the ledger goes on as it was")
    func recovered() throws {
        let workplace = try forged()
        #expect(try workplace.start(["recover"]).outcome().exitCode == 64)
        let tried = try workplace.done("recover", "--to-checkpoint", "--dry-run")
        #expect(tried.contains("2 entries would be cut off") && tried.contains("Barnnämnden"))
        let looked = try workplace.shell("XDG_STATE_HOME=elsewhere liggare log")
        #expect(looked.output.contains("VOID"))
        let kept = try workplace.start(["recover", "--to-checkpoint"]).outcome()
        #expect(kept.exitCode == 65 && kept.errors.contains("--with-standing"))
        let done = try workplace.done("recover", "--to-checkpoint", "--with-standing")
        #expect(done.contains("2 entries were cut off") && done.contains("VOID"))
        #expect(done.contains("log.damaged-1"))
        let listed = try workplace.done("log")
        #expect(!listed.contains("VOID") && !listed.contains("Barnnämnden"))
        #expect(try workplace.done("audit").contains("Verified"))
        _ = try workplace.done("committee", "add", "CN", "Centrumnämnden")
        #expect(try workplace.done("committees").contains("CN"))
        #expect(try workplace.done("checkpoint").contains("prov.example"))
        #expect(try workplace.done("recover", "--to-checkpoint").contains("Nothing was changed"))
    }

    @Test("Nothing goes that was promised: to who recovers, or by a checkpoint, listed or kept")
    func refused() throws {
        let workplace = try forged()
        _ = try workplace.done("board", "KS")
        let seen = try workplace.start(["recover", "--to-checkpoint"]).outcome()
        #expect(seen.exitCode == 65 && seen.errors.contains("you have seen"))
        let unsigned = try Workplace()
        try unsigned.found()
        let nothing = try unsigned.start(["recover", "--to-checkpoint"]).outcome()
        #expect(nothing.exitCode == 66 && nothing.errors.contains("no checkpoint"))
        let listed = try Workplace()
        try listed.found()
        _ = try listed.done("checkpoint")
        _ = try listed.done("committee", "add", "QN", "Falknämnden")
        _ = try listed.done("checkpoint")
        let newest = try listed.json("audit")["size"] as? Int ?? 0
        #expect(try listed.shell("rm ledger/checkpoints/\(newest)").exitCode == 0)
        #expect(
            try listed.done("recover", "--to-checkpoint").contains("Nothing was changed"))
    }
}
