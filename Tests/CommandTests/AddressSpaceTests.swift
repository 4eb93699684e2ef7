import Foundation
import Testing

@Suite("Little address space")
struct AddressSpaceTests {
    @Test(
        "Under a limit everything is done as without one",
        arguments: [1_000_000, 4_000_000, 16_000_000])
    func limited(kilobytes: Int) throws {
        let workplace = try Workplace()
        try workplace.found()
        for command in [
            "status 1 ongoing", "rebuild", "status 1 delayed", "board KS", "rebuild", "audit",
        ] {
            let outcome = try workplace.shell("ulimit -v \(kilobytes); exec liggare \(command)")
            #expect(outcome.exitCode == 0, "\(command): \(outcome.output)\(outcome.errors)")
        }
        #expect(try workplace.audit() == 6)
    }
}
