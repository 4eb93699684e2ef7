import ArgumentParser
import Failures
import Glibc
import Keys
import Reports
import TransparencyLog
import Witnessing

struct WitnessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Be a witness for the ledgers of others.",
        discussion: """
            A witness confirms that a ledger only grows: it cosigns each checkpoint that continues \
            the last one that it saw, with the time, and none that contradicts it. It needs no copy \
            of the ledger, and learns nothing of what it holds.
            """,
        subcommands: [WitnessServeCommand.self, WitnessKeyCommand.self])
}

/// Whose witness, and where it keeps what it must not forget.
struct WitnessOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where the witness keeps what it saw. Never restore it from a backup.",
            valueName: "dir"))
    var state: String

    @Option(help: "The name that it signs with, such as vittne.dals-ed.se.")
    var name: String

    @Option(
        help: ArgumentHelp(
            "The witness's key, made where there is none; by default key.pem in its directory.",
            valueName: "file"))
    var key: String?

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
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Print the witness's key, to hand to ledgers and auditors.")

    @OptionGroup var options: LedgerOptions
    @OptionGroup var witness: WitnessOptions

    func run() throws {
        try options.reporting { options.print(WitnessKeyOutput(try witness.verificationKey())) }
    }
}

struct WitnessServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer ledgers over HTTP, until stopped.",
        discussion: """
            Prints a line for each request: when, which ledger, its size, and the HTTP status. Put \
            a web server with TLS before it.
            """)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var witness: WitnessOptions

    @Option(
        help: ArgumentHelp(
            "The key of a ledger to witness, as checkpoint --verification-key prints it.",
            valueName: "vkey"))
    var log: [VerificationKey]

    @Option(
        help: ArgumentHelp(
            "Where to listen; with port 0, at a free one.", valueName: "address:port"))
    var listen = ListeningAddress(host: "127.0.0.1", port: 8080)

    func run() throws {
        try options.reporting {
            if let key = log.first(where: { $0.type != .ed25519 }) {
                throw UsageError.noLogKey("\(key)")
            }
            print("\(try witness.verificationKey())")
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
