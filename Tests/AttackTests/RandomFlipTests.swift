import Audit
import Coordinates
import Publication
import TestSupport
import Testing
import TransparencyLog

@Suite("A byte changed anywhere in what is published")
struct RandomFlipTests {
    @Test("In the checkpoint, a tile or a bundle, both verifiers find it")
    func inFiles() throws {
        let honest = try HonestLedger.made.get()
        let (none, all) = (TreeSize(0), HonestLedger.size)
        let files =
            ["checkpoint"] + EntryBundle.added(from: none, to: all).map(\.path)
            + Tile.added(from: none, to: all).map(\.path)
        var generator = SeededGenerator(announcing: "bytes changed in published files")
        for _ in 0..<40 {
            let name = try #require(files.randomElement(using: &generator))
            let forgery = try Forgery(of: honest)
            var place = 0
            try forgery.change(name) { place = $0.changeByte(using: &generator) }
            try expectFindings(in: forgery, "byte \(place) of \(name)")
        }
    }

    @Test("In an entry that everything is re-made to fit, both verifiers find it")
    func inEntries() throws {
        var generator = SeededGenerator(announcing: "bytes changed in published entries")
        for _ in 0..<20 {
            var forgery = try Forgery(of: HonestLedger.made.get())
            let position = Int.random(in: forgery.entries.indices, using: &generator)
            let place = forgery.entries[position].changeByte(using: &generator)
            try forgery.remake(.everything)
            try expectFindings(in: forgery, "byte \(place) of entry \(position)")
        }
    }

    private func expectFindings(in forgery: Forgery, _ comment: Comment) throws {
        let auditor = try Auditor()
        #expect(try !auditor.audit(forgery.directory).isVerified, comment)
        #expect(try !auditor.runVerifier(forgery.directory).verified, comment)
    }
}

extension [UInt8] {
    /// Changes one byte, and says which.
    fileprivate mutating func changeByte(using generator: inout SeededGenerator) -> Int {
        let place = Int.random(in: indices, using: &generator)
        self[place] ^= .random(in: 1...255, using: &generator)
        return place
    }
}
