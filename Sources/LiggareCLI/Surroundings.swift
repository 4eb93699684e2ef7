import Checkpoints
import Coordinates
import EntryLog
import Failures
import Glibc
import Keys
import Registry
import Reports
import Tables
import TransparencyLog

/// What a command takes from the process around it: variables, the clock, the user's key.
enum Surroundings {
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else {
            return nil
        }
        return value
    }

    /// In which language people are told.
    static func wording() -> any Wording { english }

    static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// How many columns the terminal has that output goes to; nil where it goes elsewhere.
    static func terminalWidth() -> Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// The time that was asked for, or else the clock's.
    /// - Parameter isChecked: whether somebody has looked at the clock.
    static func recordingTime(
        _ text: String?, isChecked: Bool, noon: (CalendarDate) throws -> Timestamp
    ) throws -> RecordingTime {
        guard let text else {
            let limit =
                SystemClock.isSynchronised
                ? RecordingTime.stepLimitMilliseconds
                : RecordingTime.unsynchronisedStepLimitMilliseconds
            return .clock(now(), stepLimitMilliseconds: isChecked ? nil : limit)
        }
        let time = try CalendarDate(text).map(noon) ?? Timestamp(rfc3339: text)
        guard let time, Timestamp.recordable.contains(time) else {
            throw UsageError.badTimestamp(text)
        }
        return .rehearsed(time)
    }

    /// The id that was given, or else a random one.
    static func commandID(_ text: String?) throws -> CommandID {
        var generator = SystemRandomNumberGenerator()
        guard let text else { return CommandID.random(using: &generator) }
        guard let id = CommandID(text) else { throw UsageError.badCommandID }
        return id
    }

    /// The key that signs the checkpoints of the ledgers founded here. It is not kept with a ledger,
    /// whose directory is copied for auditors.
    static func checkpointKeyFile() throws -> KeyFile {
        KeyFile(path: try configuration() + "/checkpoint-key.pem")
    }

    /// The copy of a published ledger that an auditor keeps, by its key.
    static func copyFolder(of log: VerificationKey) throws -> String {
        let name = log.name.split(separator: "/").joined(separator: "_")
        return try state() + "/copies/\(name)+\(String(log.keyID, radix: 16))"
    }

    /// What was last seen of ledgers; nil where there is no place to remember it.
    static func seen() -> SeenCheckpoints? {
        (try? state()).map { SeenCheckpoints(folder: $0 + "/seen") }
    }

    /// What the user's programs remember.
    private static func state() throws -> String {
        if let folder = variable("XDG_STATE_HOME") { return folder + "/liggare" }
        guard let home = variable("HOME") else { throw UsageError.noHome }
        return home + "/.local/state/liggare"
    }

    private static func configuration() throws -> String {
        if let folder = variable("XDG_CONFIG_HOME") { return folder + "/liggare" }
        guard let home = variable("HOME") else { throw UsageError.noHome }
        return home + "/.config/liggare"
    }

    /// Where the user's key is: in the file that was named, or else at the usual place.
    static func userKey(named path: String?) throws -> UserKey {
        guard let key = UserKey(named: path, variable: variable) else { throw UsageError.noHome }
        return key
    }

    /// The agent that keeps the user's keys, if there is one.
    static func agent() -> SSHAgent? {
        variable("SSH_AUTH_SOCK").map { SSHAgent(socketPath: $0) }
    }
}
