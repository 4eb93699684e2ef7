import ArgumentParser
import Coordinates
import Extracts
import Failures
import Handlingsplan
import Reports
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

    @Option(
        help: ArgumentHelp(
            "How many entries the log is known to have had; an older checkpoint does not do.",
            valueName: "count"))
    var minSize: UInt64?

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
        if Extract.isOpened(by: bytes) { return checkExtract(bytes, trust) }
        if LogProof.isOpened(by: bytes) { return try checkProof(bytes, trust) }
        throw UnrecognisedFile(path: file)
    }

    private func checkExtract(_ bytes: [UInt8], _ trust: Trust) -> VerificationOutput {
        do {
            let extract = try Extract(bytes)
            return VerificationOutput(
                extract, extract.check(trusting: trust), trusting: trust, in: options.words)
        } catch {
            return VerificationOutput(kind: .extract, malformed: options.words.malformed(error))
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
            kind: .proof, verification, findings: verification.findings, trusting: trust)
    }
}
