import EntryLog
import Foundation
import Keys
import TestSupport
import Testing
import TransparencyLog

/// A place of its own to run the built command in: a home with a key that is always the same, the
/// documents and tables of `Fixtures`, and nothing else from the surroundings.
final class Workplace: Sendable {
    let path: String
    private let directory: TemporaryDirectory
    private let timeZone: String

    /// - Parameter timeZone: that of the machine, on which nothing may depend.
    init(timeZone: String = "Pacific/Kiritimati") throws {
        directory = try TemporaryDirectory()
        path = directory.path
        self.timeZone = timeZone
        try storeKey("config/liggare/key.pem", seed: 1)
        try storeKey("config/liggare/checkpoint-key.pem", seed: 3)
        try storeKey("stranger/liggare/key.pem", seed: 2)
        for folder in [Fixtures.documents, Fixtures.tables] {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder)
            where name != "README.md" {
                try FileManager.default.copyItem(
                    atPath: folder + "/" + name, toPath: path + "/" + name)
            }
        }
    }

    private func storeKey(_ name: String, seed: UInt8) throws {
        let key = try #require(SigningKey(seed: Array(repeating: seed, count: 32)))
        try KeyFile(path: "\(path)/\(name)").store(key)
    }

    var environment: [String: String] {
        [
            "PATH": Self.products + ":/usr/bin:/bin", "HOME": path, "TZ": timeZone,
            "XDG_CONFIG_HOME": path + "/config", "LIGGARE_LEDGER": "ledger",
        ]
    }

    /// Where the package's products lie: beside the tests.
    static let products = Bundle.main.bundleURL.path
}

// MARK: Running

extension Workplace {
    func start(_ arguments: [String]) throws -> Running {
        try Running(Self.products + "/liggare", arguments, in: self)
    }

    func startShell(_ script: String) throws -> Running {
        try Running("/bin/sh", ["-c", script], in: self)
    }

    func run(_ arguments: String...) throws -> Outcome {
        try start(arguments).outcome()
    }

    func shell(_ script: String) throws -> Outcome {
        try startShell(script).outcome()
    }

    /// Runs a command that is to succeed.
    @discardableResult
    func done(
        _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let outcome = try start(arguments).outcome()
        #expect(outcome.exitCode == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
        return outcome.output
    }

    /// What a command that is to succeed says to programs.
    func json(
        _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String: Any] {
        let outcome = try start(arguments + ["--format", "json"]).outcome()
        #expect(outcome.exitCode == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
        return try outcome.output.jsonObject
    }
}

// MARK: The ledger

extension Workplace {
    /// Founds a ledger with the committee KS, a plan and the action 1: four entries with entry 0. A
    /// rehearsal was recorded on 4 November 2013.
    func found(rehearsal: Bool = false) throws {
        let day = "2013-11-04"
        let recorded = rehearsal ? ["--recorded", day] : []
        for command in [
            ["init", "Prov", "--origin", "prov.example/plan"] + (rehearsal ? ["--rehearsal"] : []),
            ["committee", "add", "KS", "Kommunstyrelsen", "--effective", day],
            ["plan", "adopt", "prov", "--title", "Provplan", "--effective", day],
            [
                "action", "add", "Prova allt", "--plan", "prov", "--committee", "KS", "--deadline",
                "senast juni 2014", "--effective", day,
            ],
        ] {
            let outcome = try start(command + recorded).outcome()
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
        }
    }

    /// The log, byte by byte; nil before a ledger is founded.
    var logBytes: Data? { FileManager.default.contents(atPath: path + "/ledger/log/data.mdb") }

    /// Expects that a full audit finds nothing wrong, and tells the size of the log.
    @discardableResult
    func audit(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int {
        let report = try json("audit", sourceLocation: sourceLocation)
        #expect(
            report["verified"] as? Bool == true, "\(report)", sourceLocation: sourceLocation)
        return try #require(report["size"] as? Int, sourceLocation: sourceLocation)
    }
}

/// The folder `Fixtures` of the package.
enum Fixtures {
    static let path =
        URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/Fixtures"
    static let documents = path + "/documents"
    static let tables = path + "/tables"
    static let transcripts = path + "/transcripts"
}
