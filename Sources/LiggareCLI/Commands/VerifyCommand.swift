import ArgumentParser
import Coordinates
import Extracts
import Handlingsplan
import TransparencyLog

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check a proof or an extract, without the ledger.",
        discussion: """
            What you know from elsewhere, give it: the ledger's id, the log's key, the keys of \
            witnesses that must have cosigned. Without --key, an extract is checked under the key \
            that it names itself.
            """)

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The file.") var file: String
    @Option(help: ArgumentHelp("The log's key, as a C2SP vkey.", valueName: "vkey"))
    var key: VerificationKey?
    @Option(
        name: .customLong("ledger-id"), help: ArgumentHelp("The ledger's id.", valueName: "hex"))
    var ledger: Hash?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Keys of witnesses that must have cosigned.", valueName: "vkey"))
    var witnessKey: [VerificationKey] = []

    func run() throws {
        try options.reporting {
            let output = try check(try readBytes(file))
            options.print(output)
            if !output.isVerified { throw ExitCode(FailureCode.foundWrong.rawValue) }
        }
    }

    private func check(_ bytes: [UInt8]) throws -> VerificationOutput {
        guard key?.type ?? .ed25519 == .ed25519 else {
            throw UsageError.badKeyType(option: "--key")
        }
        guard witnessKey.allSatisfy({ $0.type == .cosignature }) else {
            throw UsageError.badKeyType(option: "--witness-key")
        }
        let trust = Trust(key: key, ledger: ledger, witnesses: witnessKey)
        if Extract.isOpened(by: bytes) { return checkExtract(bytes, trust) }
        if LogProof.isOpened(by: bytes) { return try checkProof(bytes, trust) }
        throw UnrecognisedFile(path: file)
    }

    private func checkExtract(_ bytes: [UInt8], _ trust: Trust) -> VerificationOutput {
        do {
            let extract = try Extract(bytes)
            let (verification, findings) = extract.check(trusting: trust, as: extractAnswer)
            return VerificationOutput(
                kind: .extract, verification, findings: findings, vouchesForItself: key == nil)
        } catch {
            return VerificationOutput(kind: .extract, malformed: Texts.malformed(error))
        }
    }

    private func checkProof(_ bytes: [UInt8], _ trust: Trust) throws -> VerificationOutput {
        let proof: LogProof
        do {
            proof = try LogProof(bytes)
        } catch {
            return VerificationOutput(kind: .proof, malformed: "\(error)")
        }
        guard key != nil || proof.position == Position(0) else {
            throw UsageError.noVerificationKey
        }
        let verification = Extracts.verify([proof], trusting: trust)
        return VerificationOutput(
            kind: .proof, verification, findings: verification.findings,
            vouchesForItself: key == nil)
    }
}

/// A file that is neither a proof nor an extract.
struct UnrecognisedFile: Error {
    let path: String
}
