import ArgumentParser
import Failures
import Glibc
import Keys
import Reports
import TransparencyLog
import Witnessing

struct WitnessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .witness, subcommands: [WitnessServeCommand.self, WitnessKeyCommand.self])
}

/// Whose witness, and where it keeps what it must not forget.
struct WitnessOptions: ParsableArguments {
    @Option(help: .of(.witnessState, "dir")) var state: String

    @Option(help: .of(.witnessName)) var name: String

    @Option(help: .of(.witnessKey, "file")) var key: String?

    var keyFile: KeyFile { KeyFile(path: key ?? state + "/key.pem") }

    /// The key that others verify this witness with.
    func verificationKey() throws -> VerificationKey {
        let (key, _) = try keyFile.loadOrMake()
        guard
            let verificationKey = VerificationKey(
                name: name, type: .cosignature, publicKey: key.publicKey)
        else { throw UsageError.badKeyName(name) }
        return verificationKey
    }
}

struct WitnessKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.witnessKey)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var witness: WitnessOptions

    func run() throws {
        try options.reporting { options.print(WitnessKeyOutput(try witness.verificationKey())) }
    }
}

struct WitnessServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.witnessServe)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var witness: WitnessOptions

    @Option(help: .of(.witnessServeLog, "vkey")) var log: [VerificationKey]

    @Option(help: .of(.witnessServeListen, "address:port"))
    var listen = ListeningAddress(host: "127.0.0.1", port: 8080)

    func run() throws {
        try options.reporting {
            if let key = log.first(where: { $0.type != .ed25519 }) {
                throw UsageError.noLogKey("\(key)")
            }
            let key = try witness.verificationKey()
            print(key)
            fflush(nil)
            try become(
                "liggare-witness",
                [witness.state + "/checkpoints", witness.keyFile.path, witness.name, listen.host]
                    + ["\(listen.port)"] + log.map(\.description))
        }
    }
}

/// Runs a program that lies beside this one in its place; returns only if that fails.
private func become(_ name: String, _ arguments: [String]) throws -> Never {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let own = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let folder = String(decoding: own, as: UTF8.self).split(
        separator: "/", omittingEmptySubsequences: false
    ).dropLast().joined(separator: "/")
    let program = "\(folder)/\(name)"
    let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    execv(program, words)
    throw ProgramNotRun(path: program, errno: errno)
}
