import Answers
import ArgumentParser
import EntryLog
import Failures
import Files
@preconcurrency import Glibc
import Handlingsplan
import Reports

extension LedgerOptions {
    /// Runs a command. A failure is printed where errors go, in the format asked for, and becomes
    /// the exit code.
    /// - Parameters:
    ///   - asTables: whether what it prints has tables; else their formats are refused, before
    ///     anything is done.
    ///   - asCOSE: the same of receipts.
    func reporting(
        asTables: Bool = false, asCOSE: Bool = false, _ body: () throws -> Void
    ) throws {
        let patience = Patience(limit: wait.map { .seconds(Int($0)) }) { remark(words.waiting($0)) }
        do {
            var ending: ExitCode?
            do {
                if case .table(let format) = format, !asTables {
                    throw UsageError.notATable(format)
                }
                if format == .cose, !asCOSE { throw UsageError.notCOSE }
                try Patience.$current.withValue(patience) { try body() }
            } catch let code as ExitCode {
                ending = code
            }
            // A report that did not get out, to a full disk perhaps, is not done.
            if ending != .success, fflush(nil) != 0 || ferror(stdout) != 0 {
                throw UnwrittenOutput(errno: errno)
            }
            if let ending { throw ending }
        } catch let code as ExitCode {
            throw code
        } catch {
            let failure = FailureOutput(error, in: words)
            printError(format == .json ? json(failure) : "liggare: " + failure.error)
            throw ExitCode(FailureKind(of: error).category)
        }
    }
}

extension LedgerOptions {
    /// Says something about what is printed, where it is not in its way.
    func remark(_ sentence: String) {
        printError(format == .json ? json(["remark": sentence]) : "liggare: " + sentence)
    }

    /// Says what is not in order with the ledger as a whole: never silently.
    func remark(on caveats: Caveats) {
        if !caveats.voids.open.isEmpty { remark(words.voids(caveats.voids)) }
        for zone in caveats.unknownTimeZones { remark(words.unknownZone(zone)) }
    }
}

extension Liggare {
    /// As the argument parser has it, but that a call which cannot be understood is told to
    /// programs in the format that they asked for, as other failures are.
    static func main() {
        StandardStreams.fill()
        LastWords.prepare(asJSON: asksForJSON, in: Surroundings.wording())
        let (call, words) = (RawArguments(), Surroundings.wording())
        do {
            try call.requireReadable()
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitCode {
            exit(withError: code)
        } catch let error as UsageError {
            refuse(FailureOutput(error, in: words))
        } catch {
            switch ParserOutcome(error) {
            case .help(let path):
                guard
                    let page = HelpPage(
                        of: path, in: words, width: Surroundings.terminalWidth() ?? 80)
                else { exit(withError: error) }
                print(page.text)
                if fflush(stdout) != 0 {
                    let failure = UnwrittenOutput(errno: errno)
                    refuse(FailureOutput(failure, in: words), failure.failureKind.category)
                }
            case .refused(let reason): refuse(FailureOutput(call.blamed ?? reason, in: words))
            case .other: exit(withError: error)
            }
        }
    }

    /// Ends with what is wrong with the call.
    private static func refuse(
        _ failure: FailureOutput, _ category: FailureKind.Category = .usage
    ) -> Never {
        printError(asksForJSON ? json(failure) : "liggare: " + failure.error)
        exit(withError: ExitCode(category))
    }

    /// Of several formats, the last counts.
    private static var asksForJSON: Bool {
        let (words, option) = (CommandLine.arguments.prefix { $0 != "--" }, "--format")
        let formats = zip(words, words.dropFirst()).compactMap { before, word in
            before == option
                ? word[...] : word.hasPrefix(option + "=") ? word.dropFirst(option.count + 1) : nil
        }
        return formats.last == "json"
    }
}

extension LedgerOptions {
    /// Prints what tells of something that has been recorded, and lets it go out. Where it does not,
    /// the failure says what it was, so that nobody records it a second time.
    func print(_ output: some Output, of receipt: Receipt?) throws {
        try telling(of: receipt) { print(output) }
    }

    /// As `print(_:of:)`, for what is printed otherwise.
    func telling(of receipt: Receipt?, _ print: () -> Void) throws {
        // Whoever was to read it may be gone: that is to be told, too.
        signal(SIGPIPE, SIG_IGN)
        print()
        if fflush(stdout) != 0 || ferror(stdout) != 0 {
            throw UnwrittenOutput(errno: errno, recorded: receipt)
        }
    }
}

/// Prints, and lets it go out. Where nobody reads it any more, and SIGPIPE is held back, the command
/// has done what it was to do.
func printAndFlush(_ text: String) throws {
    print(text)
    if fflush(stdout) == 0 { return }
    if errno == EPIPE { throw ExitCode.success }
    throw UnwrittenOutput(errno: errno)
}

/// Whether what is printed goes nowhere: whoever read it is gone.
func isOutputUnread() -> Bool {
    var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
    return poll(&output, 1, 0) > 0
}

/// After all that was printed before it, also where both go to one file.
func printError(_ text: String) {
    fflush(nil)
    let line = Array((text + "\n").utf8)
    _ = write(STDERR_FILENO, line, line.count)
}
