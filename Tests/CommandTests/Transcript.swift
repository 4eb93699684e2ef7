import Foundation

/// Commands with what they said: a file that a person can read, and a test can run.
///
///     # A remark.
///     $ liggare board XX --effective 2014-01-01
///     liggare: there is no committee XX. Add it first with committee add, or check the code.
///     [exit 66]
///
/// A line that begins with `$ ` is run by a shell. What follows is its output, errors included, and
/// the exit code where it is not 0. The home directory is written `$HOME`.
struct Transcript {
    struct Step {
        /// Remarks that stand before the command.
        var remarks: [String] = []
        let command: String
        var said: String
    }

    private(set) var steps: [Step] = []

    init(parsing text: String) {
        var remarks: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("$ ") {
                steps.append(Step(remarks: remarks, command: String(line.dropFirst(2)), said: ""))
                remarks = []
            } else if line.hasPrefix("# ") {
                remarks.append(String(line))
            } else if !steps.isEmpty, remarks.isEmpty {
                steps[steps.count - 1].said += line + "\n"
            }
        }
        for index in steps.indices { steps[index].said = steps[index].said.withoutLastNewlines }
    }

    /// The same commands, with what they say now.
    init(_ steps: [Step]) { self.steps = steps }

    var text: String {
        steps.map { step in
            let said = step.said.isEmpty ? [] : [step.said]
            return (step.remarks + ["$ " + step.command] + said).joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }
}

extension Transcript.Step {
    /// Runs the command, for what it says now.
    /// - Parameter environment: assignments of variables, before the workplace's own.
    func run(
        in workplace: Workplace, environment: String = ""
    ) throws -> (said: String, exitCode: Int32) {
        let variables = environment.isEmpty ? "" : "export \(environment); "
        let outcome = try workplace.shell("{ \(variables)\(command)\n} 2>&1")
        let said = (outcome.output + outcome.errors)
            .replacingOccurrences(of: workplace.path, with: "$HOME").withoutLastNewlines
        guard outcome.exitCode != 0 else { return (said, 0) }
        let exit = "[exit \(outcome.exitCode)]"
        return (said.isEmpty ? exit : said + "\n" + exit, outcome.exitCode)
    }
}

extension String {
    fileprivate var withoutLastNewlines: String {
        var text = self[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
