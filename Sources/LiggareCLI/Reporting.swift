import ArgumentParser
import Glibc

extension LedgerOptions {
    /// Runs a command. A failure is printed where errors go, in the format asked for, and becomes
    /// the exit code.
    func reporting(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let code as ExitCode {
            throw code
        } catch {
            let failure = Failure(error)
            switch format {
            case .text: printError("liggare: " + failure.sentence)
            case .json:
                printError(json(["error": failure.sentence, "kind": failure.kind]))
            }
            throw ExitCode(failure.exitCode.rawValue)
        }
    }
}

private func printError(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = write(STDERR_FILENO, line, line.count)
}
