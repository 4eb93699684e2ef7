import Programs

/// HTTP, by the program `curl`.
///
/// It is run, and not linked: libcurl brings some two dozen shared libraries, whose loading would
/// triple the start-up of a command that starts in 3 ms and hardly ever needs the network. A proxy
/// that the environment names is used; what a `.curlrc` says is not, so that all machines do the
/// same. Needs curl 7.76 or later.
package enum Curl {
    /// How long and how much to wait for.
    package struct Limits: Sendable {
        package var connectSeconds = 10
        /// For one file or answer, connecting included.
        package var seconds = 60
        /// Of one file or answer.
        package var byteCount = 1 << 28

        package init() {}
    }

    /// Fetches files, several at a time, and follows up to three redirections for each.
    ///
    /// - Parameter files: where each is, and the path that it goes to, in a folder that is there.
    /// - Returns: the HTTP status of each, in their order. That there is no such file is an answer,
    ///   too: with a status of 400 or above, nothing is written to its path.
    /// - Throws: for the first that was not answered; those that were are in their places.
    package static func get(
        _ files: [(url: String, path: String)], limits: Limits = Limits()
    ) throws(CurlError) -> [Int] {
        if files.isEmpty { return [] }
        let list = files.map { file in
            "url = \(quoted(file.url))\noutput = \(quoted(file.path))\n"
        }.joined()
        let arguments =
            common(limits) + [
                "--location", "--max-redirs", "3", "--proto-redir", "=http,https",
                "--fail", "--parallel", "--parallel-max", "8",
                "--write-out", "%{urlnum} \(Ending.format)\n", "--config", "-",
            ]
        // A server that never ends its answer must not fill the disk: curl before 8.4 lets it.
        let bounded = [
            "sh", "-c", "ulimit -f \"$0\" && exec \"$@\"", "\(limits.byteCount / 512 + 1)",
        ]
        let run = try run(bounded + arguments, input: Array(list.utf8), outputLimit: 1 << 28)
        if run.exitCode == 127 { throw .notInstalled }
        var endings: [Int: Ending] = [:]
        for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let number = Int(parts[0]) else { continue }
            endings[number] = Ending(parts[1])
        }
        var statuses: [Int] = []
        for (number, file) in files.enumerated() {
            let ending = endings[number] ?? Ending(exitCode: run.exitCode)
            statuses.append(try ending.status(of: file.url, limits))
        }
        return statuses
    }

    /// Sends `body` with POST. Redirections are not followed: they would be asked with GET.
    /// - Returns: the HTTP status, whatever it is, and the body of the answer.
    package static func post(
        _ body: [UInt8], to url: String, limits: Limits = Limits()
    ) throws(CurlError) -> (status: Int, body: [UInt8]) {
        let arguments =
            common(limits) + [
                "--header", "Content-Type: application/octet-stream", "--data-binary", "@-",
                "--write-out", "\n\(Ending.format)", "--url", url,
            ]
        let run = try run(arguments, input: body, outputLimit: limits.byteCount + 4096)
        guard run.output.count < limits.byteCount + 4096 else {
            throw .tooLarge(url: url, limit: limits.byteCount)
        }
        let end = run.output.lastIndex(of: 0x0a) ?? run.output.startIndex
        let ending =
            Ending(String(decoding: run.output[end...].dropFirst(), as: UTF8.self)[...])
            ?? Ending(exitCode: run.exitCode)
        return (try ending.status(of: url, limits), Array(run.output[..<end]))
    }

    private static func run(
        _ arguments: [String], input: [UInt8], outputLimit: Int
    ) throws(CurlError) -> (exitCode: Int32, output: [UInt8]) {
        do throws(ProgramFailure) {
            return try Program.run(arguments, input: input, outputLimit: outputLimit)
        } catch {
            throw error.isNotInstalled ? .notInstalled : .notRun(errno: error.errno)
        }
    }

    /// What curl is always told; `--disable` must come first.
    private static func common(_ limits: Limits) -> [String] {
        [
            "curl", "--disable", "--silent", "--globoff", "--proto", "=http,https",
            "--connect-timeout", "\(limits.connectSeconds)", "--max-time", "\(limits.seconds)",
            "--max-filesize", "\(limits.byteCount)",
        ]
    }

    /// A value as curl's configuration files have it.
    private static func quoted(_ value: String) -> String {
        var quoted = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": quoted += "\\\\"
            case "\"": quoted += "\\\""
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0b}": quoted += "\\v"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

/// How curl says that one transfer ended.
private struct Ending {
    static let format = "%{exitcode} %{http_code} %{errormsg}"

    let exitCode: Int
    let httpStatus: Int
    let message: String

    init?(_ text: Substring) {
        let parts = text.split(separator: " ", maxSplits: 2)
        guard parts.count >= 2, let exitCode = Int(parts[0]), let status = Int(parts[1]) else {
            return nil
        }
        self.exitCode = exitCode
        httpStatus = status
        message = parts.count == 3 ? String(parts[2]) : "curl ended with \(exitCode)"
    }

    /// Of a transfer that curl did not begin.
    init(exitCode: Int32) {
        self.exitCode = Int(exitCode)
        httpStatus = 0
        message = "curl ended with \(exitCode)"
    }

    /// By the exit codes of curl's manual.
    func status(of url: String, _ limits: Curl.Limits) throws(CurlError) -> Int {
        switch exitCode {
        // 22: a status of 400 or above, which --fail asks to be told.
        case 0 where httpStatus > 0, 22: return httpStatus
        case 5, 6, 7: throw .unreachable(url: url, reason: message)
        case 28: throw .timedOut(url: url)
        case 63: throw .tooLarge(url: url, limit: limits.byteCount)
        default: throw .failed(url: url, reason: message)
        }
    }
}
