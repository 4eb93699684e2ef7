import Foundation
import Testing

/// An entry with its receipt, checked by a program that knows COSE, CBOR and SHA-256, and nothing of ours.
@Suite("Receipts in COSE")
struct ReceiptTests {
    private static let checker = URL(filePath: #filePath)
        .appending(path: "../../../tools/check_receipt.py").standardized.path

    @Test("A stranger's program verifies each entry's, in trees of several sizes")
    func verified() throws {
        let workplace = try Workplace()
        try workplace.found()
        for number in 1...9 {
            _ = try workplace.done("committee", "add", "N\(number)", "Nämnd \(number)")
            for position in [0, number / 2, number] {
                let written = try workplace.done(
                    "prove", "\(position)", "--format", "cose", "--out", "receipt")
                #expect(written.contains("Wrote the entry \(position), with its receipt"))
                let said = try check(workplace, "receipt")
                #expect(said.exitCode == 0, "\(position) of \(number): \(said.output)")
                #expect(said.output.contains("holds entry \(position)."))
            }
        }
    }

    @Test("A changed byte is found, wherever it is")
    func changed() throws {
        let workplace = try Workplace()
        try workplace.found()
        _ = try workplace.done("prove", "2", "--format", "cose", "--out", "receipt")
        let path = workplace.path + "/receipt"
        let receipt = try Data(contentsOf: URL(filePath: path))
        for index in stride(from: 1, to: receipt.count, by: 17) {
            var changed = receipt
            changed[index] ^= 1
            try changed.write(to: URL(filePath: workplace.path + "/changed"))
            #expect(try check(workplace, "changed").exitCode == 1, "byte \(index)")
        }
    }

    @Test("Neither another log's key nor nonsense is taken for the log's")
    func otherKey() throws {
        let workplace = try Workplace()
        try workplace.found()
        _ = try workplace.done("prove", "2", "--format", "cose", "--out", "receipt")
        let key = try verificationKey(of: workplace)
        let renamed = "other" + key.drop { $0 != "+" }
        #expect(try check(workplace, "receipt", key: renamed).exitCode == 64)
        #expect(try check(workplace, "receipt", key: "nonsense").exitCode == 64)
        #expect(try check(workplace, "nowhere", key: key).exitCode == 64)
        _ = try workplace.shell("head -c 40 receipt > short; echo >> receipt")
        #expect(try check(workplace, "short", key: key).exitCode == 1)
        #expect(try check(workplace, "receipt", key: key).exitCode == 1)
    }

    @Test("It goes to a file, and nothing else is printed so")
    func refused() throws {
        let workplace = try Workplace()
        try workplace.found()
        let nowhere = try workplace.start(["prove", "2", "--format", "cose"]).outcome()
        #expect(nowhere.exitCode == 64 && nowhere.errors.contains("--out"))
        let board = try workplace.start(["board", "KS", "--format", "cose"]).outcome()
        #expect(board.exitCode == 64 && board.errors.contains("only prove"))
    }

    private func verificationKey(of workplace: Workplace) throws -> String {
        let lines = try workplace.done("checkpoint", "--verification-key").split(separator: "\n")
        let key = try #require(lines.first { $0.contains("+") })
        return key.trimmingCharacters(in: .whitespaces)
    }

    private func check(
        _ workplace: Workplace, _ file: String, key: String? = nil
    ) throws -> (exitCode: Int32, output: String) {
        let key = try key ?? verificationKey(of: workplace)
        let program = Process()
        program.executableURL = URL(filePath: "/usr/bin/python3")
        program.arguments = [
            Self.checker, workplace.path + "/" + file, "--key", key,
        ]
        let pipe = Pipe()
        program.standardOutput = pipe
        program.standardError = pipe
        try program.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        program.waitUntilExit()
        return (program.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
