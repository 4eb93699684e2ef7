import ArgumentParser
import Coordinates
import Extracts
import Failures
import Handlingsplan
import Reports
import TransparencyLog

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.verify)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.file)) var file: String
    @Option(help: .of(.verifyKey, "vkey")) var key: VerificationKey?
    @Option(name: .customLong("ledger-id"), help: .of(.verifyLedgerID, "hex")) var ledger: Hash?
    @Option(parsing: .upToNextOption, help: .of(.verifyWitnessKey, "vkey"))
    var witnessKey: [VerificationKey] = []

    @Option(help: .of(.verifyMinSize, "count")) var minSize: UInt64?

    func run() throws {
        try options.reporting {
            let output = try check(try readBytes(file))
            options.print(output)
            if !output.isVerified { throw ExitCode.foundWrong }
        }
    }

    private func check(_ bytes: [UInt8]) throws -> VerificationOutput {
        guard key?.type ?? .ed25519 == .ed25519 else {
            throw UsageError.badKeyType(option: "--key")
        }
        guard witnessKey.allSatisfy({ $0.type == .cosignature }) else {
            throw UsageError.badKeyType(option: "--witness-key")
        }
        let trust = Trust(
            key: key, ledger: ledger, witnesses: witnessKey,
            minimumSize: TreeSize(minSize ?? 0))
        return try VerificationOutput(of: bytes, in: file, trusting: trust, options.words)
    }
}
