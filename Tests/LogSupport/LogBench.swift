package import Coordinates
package import EntryLog
package import TestSupport
package import TransparencyLog

/// Runs a test on a newly founded log, and verifies all of it afterwards.
package func withLog(isRehearsal: Bool = false, _ body: (LogBench) throws -> Void) throws {
    let bench = try LogBench(isRehearsal: isRehearsal)
    try body(bench)
    try bench.log.read { try verify($0) }
}

/// A log in a directory of its own, and its founder's key.
package final class LogBench {
    package let directory: TemporaryDirectory
    private var opened: Log?

    package init(isRehearsal: Bool = false) throws {
        directory = try TemporaryDirectory()
        opened = try Log.found(
            at: directory.path, .example(isRehearsal: isRehearsal), commandID: "founding",
            recordedAt: .founded, signedBy: SigningKey.founder)
    }

    package var log: Log { opened! }

    /// Lets go of the log, so that it can be opened otherwise.
    package func close() { opened = nil }

    package func reopen(_ access: Log.Access = .readWrite) throws {
        close()
        opened = try Log.open(at: directory.path, access)
    }

    /// What the next batch is sealed on.
    package var head: Head {
        get throws { try log.read { $0.head } }
    }

    /// Appends a command. By default its id is new, and its time the last entry's.
    @discardableResult
    package func append(
        _ contents: [[UInt8]], commandID: CommandID? = nil, on head: Head? = nil,
        recordedAt: Timestamp? = nil, signedBy key: SigningKey = .founder
    ) throws -> Receipt {
        let head = try head ?? self.head
        let batch = try SealedBatch(
            contents, commandID: commandID ?? "on-\(head.size)", on: head,
            recordedAt: recordedAt ?? head.recordedAt, signedBy: key)
        return try log.append(batch)
    }
}

extension SigningKey {
    /// The key whose seed is the bytes from 0 to 31.
    package static let founder = SigningKey(seed: Array(0..<32))!
    /// The key whose seed is the bytes from 32 to 63.
    package static let checkpoints = SigningKey(seed: Array(32..<64))!
}

extension Founding {
    package static func example(
        name: String = "Handlingsplaner i Åby", isRehearsal: Bool = false
    ) -> Founding {
        Founding(
            name: name, origin: "aby.example/handlingsplaner", timeZone: "Europe/Stockholm",
            founder: SigningKey.founder.publicKey,
            checkpointKey: SigningKey.checkpoints.publicKey, isRehearsal: isRehearsal)
    }
}

extension Timestamp {
    package static let founded = Timestamp(rfc3339: "2014-01-07T08:00:00Z")!

    package func adding(milliseconds more: Int64) -> Timestamp {
        Timestamp(milliseconds: milliseconds + more)
    }
}

extension CommandID: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(text)! }
}
