import Foundation

/// `tools/verify_ledger.py`: a second verifier, that shares nothing with the first but the format.
struct PythonVerifier: Decodable {
    struct Finding: Decodable {
        let position: UInt64?
        let kind: String
        let file: String?
    }

    struct Void: Decodable {
        let position: UInt64
        let reason: String
    }

    let verified: Bool
    let size: UInt64
    let root: String
    let entries: Int
    let events: Int
    let ledger: String?
    /// In the order of their positions, those without one first.
    let findings: [Finding]
    /// In the order of their positions.
    let voids: [Void]

    var rootBytes: [UInt8] { [UInt8](Data(base64Encoded: root) ?? Data()) }

    /// What it says of a published directory.
    static func run(_ directory: String, _ arguments: [String]) throws -> PythonVerifier {
        let project = URL(filePath: #filePath).appending(path: "../../..").standardized
        let script = project.appending(path: "tools/verify_ledger.py").path
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-B", script, directory, "--json"] + arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        do { try process.run() } catch { throw PythonMissing(reason: "\(error)") }
        let result = output.fileHandleForReading.readDataToEndOfFile()
        let reason = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus <= 1, reason.isEmpty else {
            throw PythonMissing(reason: String(decoding: reason, as: UTF8.self))
        }
        return try JSONDecoder().decode(PythonVerifier.self, from: result)
    }

    /// As the table says it: the first finding that names a position, or else the first one's file,
    /// by its last name where it lies elsewhere.
    var said: String {
        guard let first = findings.first(where: { $0.position != nil }) ?? findings.first else {
            return verified ? "nothing" : "not verified"
        }
        if let position = first.position { return "\(first.kind) at \(position)" }
        let file = first.file ?? "nowhere"
        let name = file.hasPrefix("/") ? URL(filePath: file).lastPathComponent : file
        return "\(first.kind) in \(name)"
    }
}

/// The second verifier could not be run. It is needed, so this is a failure.
struct PythonMissing: Error, CustomStringConvertible {
    let reason: String

    var description: String {
        "tools/verify_ledger.py could not be run: \(reason) Run tools/setup, which installs "
            + "python3, python3-cryptography and python3-cbor2."
    }
}
