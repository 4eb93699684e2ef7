import Coordinates
import EntryLog
import Foundation
import Handlingsplan
import TestSupport
import Testing
import TransparencyLog

/// Two verifiers that were written apart are to judge every log alike: which entries are void, why, and
/// the root over all. By hand: LIGGARE_LOGS=100000 swift test --filter DifferentialTests
@Suite struct DifferentialTests {
    private static let program = URL(filePath: #filePath)
        .appending(path: "../../../tools/differential.py").standardized.path
    private static let environment = ProcessInfo.processInfo.environment

    @Test("The two verifiers agree on every changed log")
    func agreement() throws {
        let count = Self.environment["LIGGARE_LOGS"].flatMap { UInt64($0) } ?? 5000
        let fresh = Self.environment["LIGGARE_LOGS"] == nil ? 15 : UInt64.random(in: 0...999_999)
        let seed = Self.environment["LIGGARE_SEED"].flatMap { UInt64($0) } ?? fresh
        let said = try compare(count, seed: seed, ["--least", "\(count)"])
        print("DifferentialTests: LIGGARE_SEED=\(seed), \(said.output)")
        #expect(said.status == 0, "\(said.output)")
    }

    @Test("A fault that is planted in the other verifier is found")
    func canary() throws {
        let said = try compare(10_000, seed: 15, ["--canary"])
        print("DifferentialTests: \(said.output)")
        #expect(said.status == 0, "\(said.output)")
    }

    private func compare(
        _ count: UInt64, seed: UInt64, _ arguments: [String]
    ) throws -> (status: Int32, output: String) {
        let logs = try MutatedLogs(seed: seed)
        let place = try TemporaryDirectory()
        let output = place.path + "/said"
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        let other = Process()
        other.executableURL = URL(filePath: "/usr/bin/python3")
        other.arguments = [Self.program] + arguments
        let pipe = Pipe()
        other.standardInput = pipe
        other.standardOutput = FileHandle(forWritingAtPath: output)
        other.standardError = FileHandle(forWritingAtPath: output)
        signal(SIGPIPE, SIG_IGN)
        try other.run()
        for number in 0..<count {
            // A canary ends the reading where it was found.
            let line = try logs.log(number).line(number)
            do {
                try pipe.fileHandleForWriting.write(contentsOf: line)
            } catch {
                break
            }
        }
        try pipe.fileHandleForWriting.close()
        other.waitUntilExit()
        let said = try String(contentsOfFile: output, encoding: .utf8)
        return (other.terminationStatus, said)
    }
}

extension JudgedLog {
    /// As the other verifier is told of it.
    fileprivate func line(_ number: UInt64) throws -> Data {
        var object: [String: Any] = [
            "seed": number, "size": entries.all.count,
            "entries": entries.all.map { Data($0).base64EncodedString() },
            "root": Data(frontier.root.bytes).base64EncodedString(),
            "voids": voids.map { [$0.0.index, $0.1.kind] as [Any] }, "stopped": NSNull(),
        ]
        if let stoppedAt { object["stopped"] = stoppedAt.index }
        return try JSONSerialization.data(withJSONObject: object) + Data("\n".utf8)
    }
}
