package import Failures
import Glibc

/// A program that runs to its end.
package enum Program {
    /// Runs a program that is looked for in `PATH`; what it says of errors is dropped.
    ///
    /// - Parameters:
    ///   - arguments: beginning with its name.
    ///   - input: what its standard input holds.
    ///   - outputLimit: how many bytes it may say; one that says more is ended there.
    /// - Returns: its exit code, and its standard output.
    package static func run(
        _ arguments: [String], input: [UInt8], outputLimit: Int
    ) throws(ProgramFailure) -> (exitCode: Int32, output: [UInt8]) {
        // A file without a name, and not a pipe, which would have to be filled while it is read.
        guard let file = tmpfile() else { throw ProgramFailure(errno: errno) }
        defer { fclose(file) }
        guard fwrite(input, 1, input.count, file) == input.count, fflush(file) == 0 else {
            throw ProgramFailure(errno: errno)
        }
        rewind(file)

        var pipe: [Int32] = [-1, -1]
        guard Glibc.pipe(&pipe) == 0 else { throw ProgramFailure(errno: errno) }
        let (reading, writing) = (pipe[0], pipe[1])
        defer { close(reading) }
        // Nobody else who is started meanwhile is to hold it open.
        for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }

        let child: pid_t
        do {
            defer { close(writing) }
            child = try spawn(arguments, input: fileno(file), output: writing)
        }
        let output = read(reading, limit: outputLimit)
        if output.count == outputLimit { kill(child, SIGKILL) }
        return (try exitCode(of: child), output)
    }

    private static func spawn(
        _ arguments: [String], input: Int32, output: Int32
    ) throws(ProgramFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

        let words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        switch posix_spawnp(&child, arguments[0], &actions, nil, words, environ) {
        case 0: return child
        case let code: throw ProgramFailure(errno: code)
        }
    }

    /// All that comes, but no more than `limit` bytes.
    private static func read(_ descriptor: Int32, limit: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < limit {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk.prefix(count)
        }
        return bytes
    }

    /// Waits for its end. As a shell has it: above 128, the signal that ended it.
    private static func exitCode(of child: pid_t) throws(ProgramFailure) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw ProgramFailure(errno: errno) }
        }
        let signal = status & 0x7f
        return signal == 0 ? status >> 8 & 0xff : 128 + signal
    }
}

/// The system does not let a program run, or talk with it.
package struct ProgramFailure: Error, Hashable, Sendable {
    package let errno: Int32

    package var isNotInstalled: Bool { errno == ENOENT }
}

extension ProgramFailure: Failing {
    package var failureKind: FailureKind { .storage("program-not-run") }
}
