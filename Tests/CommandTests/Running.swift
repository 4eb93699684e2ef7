import Foundation

/// How a program ended, and what it said.
struct Outcome {
    /// As a shell has it: above 128, the signal that ended it.
    let exitCode: Int32
    let output: String
    let errors: String
}

/// A program that was started in a workplace.
///
/// What it says goes to files: a pipe would stay open for as long as any program started meanwhile
/// has inherited it.
final class Running {
    private let process = Process()
    /// Lives for as long as a program runs in it.
    private let workplace: Workplace
    private let output: URL
    private let errors: URL

    init(_ program: String, _ arguments: [String], in workplace: Workplace) throws {
        self.workplace = workplace
        let said = FileManager.default.temporaryDirectory.appending(path: "liggare-run-\(UUID())")
        output = said.appendingPathExtension("out")
        errors = said.appendingPathExtension("err")
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: workplace.path)
        process.environment = workplace.environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.newFile(output)
        process.standardError = try Self.newFile(errors)
        try process.run()
    }

    deinit {
        try? FileManager.default.removeItem(at: output)
        try? FileManager.default.removeItem(at: errors)
    }

    var isRunning: Bool { process.isRunning }

    /// Ends it at once, wherever it is.
    func kill() {
        if process.isRunning { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    /// Asks it to end.
    func stop() { process.terminate() }

    /// Asks it to end as somebody at a terminal does.
    func interrupt() { process.interrupt() }

    /// What it has printed by now.
    var outputSoFar: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

    /// Waits for the end.
    func outcome() throws -> Outcome {
        process.waitUntilExit()
        let status = process.terminationStatus
        return Outcome(
            exitCode: process.terminationReason == .exit ? status : 128 + status,
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    private static func newFile(_ url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }
}
