import Dispatch
import FlyingFox
import FlyingSocks
import Glibc
import Keys
import Synchronization
import TransparencyLog
import Witnessing

/// The program `liggare-witness`: carries what a witness is asked and answers over HTTP.
///
/// `liggare witness serve` checks what it is given, and becomes this program:
///
///     liggare-witness <folder> <key file> <name> <host> <port> <vkey of a log>...
///
/// It is a program of its own for what FlyingFox brings along, all of Foundation with its networking
/// and libcurl: in `liggare`, that would add 4 ms to the start of every command.
@main
struct LiggareWitness {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        do {
            guard let call = try Call(Array(arguments)) else { throw Misuse() }
            try await serve(call)
        } catch {
            guard !isStopping.load(ordering: .relaxed) else { return }
            say("liggare: \(sentence(error))", to: STDERR_FILENO)
            exit(74)
        }
    }

    private static func sentence(_ error: any Error) -> String {
        if case SocketError.failed(_, _, let message) = error {
            return "nothing can listen there: \(message). Choose another place with --listen."
        }
        return "the witness cannot serve: \(error). Mend that, and try again."
    }

    /// Answers until it is told to stop.
    private static func serve(_ call: Call) async throws {
        let server = HTTPServer(
            config: HTTPServer.Configuration(address: call.address, logger: .disabled),
            handler: WitnessHandler(witness: call.witness))
        let signals = [SIGINT, SIGTERM].map { stop(server, at: $0) }
        defer { for signal in signals { signal.cancel() } }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                try await server.waitUntilListening()
                if let address = await server.listeningAddress {
                    say("listening on \(address.text)")
                }
            }
            // The first failure ends the other task, too.
            while try await group.next() != nil {}
        }
    }

    /// Ends the server at a signal, one second later: time to finish what it is answering.
    private static func stop(
        _ server: HTTPServer, at number: Int32
    ) -> any DispatchSourceSignal {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            isStopping.store(true, ordering: .relaxed)
            Task { await server.stop(timeout: 1) }
        }
        source.resume()
        return source
    }
}

/// Then the end of the server is no failure.
private let isStopping = Atomic(false)

private struct Misuse: Error, CustomStringConvertible {
    var description: String { "it was not started by liggare witness serve" }
}

/// What the program was started with.
private struct Call {
    let witness: WebWitness
    let address: any SocketAddress

    /// Nil where something is missing or cannot be read.
    init?(_ arguments: [String]) throws {
        guard arguments.count > 5, let port = UInt16(arguments[4]) else { return nil }
        let keys = arguments[5...].compactMap { VerificationKey($0) }
        guard keys.count == arguments.count - 5 else { return nil }
        witness = WebWitness(
            try WitnessMemory(
                Witness(
                    name: arguments[2], signer: try KeyFile(path: arguments[1]).loadPlain(),
                    logs: Witness.Log.logs(of: keys)),
                folder: arguments[0]))
        let host = arguments[3]
        address =
            host.contains(":")
            ? try .inet6(ip6: host, port: port) : try .inet(ip4: host, port: port)
    }
}

extension Socket.Address {
    fileprivate var text: String {
        switch self {
        case .ip4(let host, let port): "http://\(host):\(port)"
        case .ip6(let host, let port): "http://[\(host)]:\(port)"
        case .unix(let path): path
        }
    }
}
