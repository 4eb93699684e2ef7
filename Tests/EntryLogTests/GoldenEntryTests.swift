import CBOR
import Coordinates
import EntryLog
import LogSupport
import TestSupport
import Testing
import TransparencyLog

/// `Fixtures/entries` says how these bytes read.
@Suite struct GoldenEntryTests {
    @Test("The entries written today have the bytes that were released")
    func written() throws {
        try withLog { bench in
            try bench.appendContentEntry()
            for (index, name) in ["founding", "content"].enumerated() {
                let bytes = try bench.storedEntry(UInt64(index))
                let released = try goldenBytes("entries/\(name)")
                #expect(bytes == released, "\(name): \(bytes.hex)")
            }
        }
    }

    @Test("The founding entry that was released reads as it did")
    func founding() throws {
        let entry = try ReadEntry(decoding: goldenBytes("entries/founding"))
        #expect(entry.position == Position(0))
        #expect(entry.seal == .emptyTree)
        #expect(entry.recordedAt.rfc3339 == "2014-01-07T08:00:00.000Z")
        #expect(entry.commandID == "founding")
        #expect(entry.content.isEmpty)
        #expect(entry.keyID.description == "56475aa75463474c0285df5dbf2bcab7")
        #expect(entry.founding == .example())
        #expect(entry.isSignedByFounder)
    }

    @Test("The content entry that was released reads as it did")
    func content() throws {
        let entry = try ReadEntry(decoding: goldenBytes("entries/content"))
        #expect(entry.position == Position(1))
        #expect(try entry.seal == leaf(goldenBytes("entries/founding")))
        #expect(entry.recordedAt.rfc3339 == "2014-02-03T08:30:00.250Z")
        #expect(entry.commandID == "2014-1")
        #expect(entry.content == [UInt64(1), 1000].encoded)
        #expect(entry.keyID == SigningKey.founder.publicKey.id)
        #expect(entry.founding == nil)
        #expect(entry.isSignedByFounder)
    }
}

extension LogBench {
    fileprivate func appendContentEntry() throws {
        try append(
            [[UInt64(1), 1000].encoded], commandID: "2014-1",
            recordedAt: Timestamp(rfc3339: "2014-02-03T08:30:00.25Z"))
    }
}
