import FoundationEssentials
import Glibc

/// `liggare status ...` on a small ledger, from process start to exit, against starting a process
/// that does nothing.
func measureCommands(_ count: Int, of liggare: String, in place: String) throws -> [Figure] {
    let ledger = ["--ledger", place + "/small"]
    try foundInShell(liggare, ledger, committees: ["KS"])
    let statuses = ["ongoing", "delayed"]
    let recording = try timedInTurn(
        count, { try run(liggare, ["status", "1", statuses[$0 % 2]] + ledger) },
        { _ in try run("/bin/true", []) })
    let reading = try timedInTurn(
        count, { _ in try run(liggare, ["board", "KS"] + ledger) },
        { _ in try run("/bin/true", []) })
    return [
        Figure("cli.status", recording.ours, aimMilliseconds: 15),
        Figure("cli.status.start", recording.ours, against: "/bin/true", recording.peer),
        Figure("cli.board.start", reading.ours, against: "/bin/true", reading.peer),
    ]
}

/// A ledger with committees, a plan, and an action of each committee.
func foundInShell(_ liggare: String, _ ledger: [String], committees: [String]) throws {
    try run(liggare, ["init", "Small", "--origin", "small.example"] + ledger)
    for code in committees { try run(liggare, ["committee", "add", code, code] + ledger) }
    try run(liggare, ["plan", "adopt", "plan", "--title", "Plan"] + ledger)
    for code in committees {
        try run(
            liggare, ["action", "add", "Samverka", "--plan", "plan", "--committee", code] + ledger)
    }
}

private struct CommandFailed: Error {
    let arguments: [String]
    let status: Int32
}

/// Runs a program to its end. What it prints is thrown away, or goes to a file.
func run(_ program: String, _ arguments: [String], output: String = "/dev/null") throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
        &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var strings = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for string in strings { free(string) } }
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, &strings, environ) == 0 else {
        throw CommandFailed(arguments: arguments, status: -1)
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    guard status == 0 else { throw CommandFailed(arguments: arguments, status: status) }
}
