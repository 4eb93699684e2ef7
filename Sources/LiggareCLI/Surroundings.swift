import Checkpoints
import Coordinates
import EntryLog
import Failures
import Glibc
import Keys
import Registry
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
    static func wording() -> any Wording { English() }

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
    static func recordingTime(
        _ text: String?, noon: (CalendarDate) throws -> Timestamp
    ) throws -> RecordingTime {
        guard let text else { return .clock(now()) }
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

/// A call that cannot be understood, beyond what the argument parser sees.
enum UsageError: Error {
    /// `--option=`, with nothing behind it.
    case emptyOption(String)
    /// - Parameter of: the command, from below `liggare`.
    case unknownOption(String, near: String?, of: [String])
    case optionBeforeCommand(String, near: String?)
    /// A value, or a short option, that begins with a dash.
    case dashedWord(String)
    case unknownCommand(String, near: String?)
    case missingValue(of: String)
    /// Of an option that takes none.
    case unwantedValue(of: String, String)
    case extraWords([String])
    case missingArgument(ArgumentTold)
    case unreadValue(String, of: ArgumentTold)
    /// What the parser finds wrong otherwise.
    case unreadCall
    /// Of what has no tables.
    case notATable(TableFormat)
    case noLedger
    case noHome
    case badTimestamp(String)
    case badCommandID
    case badKey(String)
    case ambiguousKey(String)
    case roleWithoutCommittees
    case committeesOrAll
    /// The options of which one must be given.
    case oneBearer([String])
    case planOrActions
    case badCutOffs([String])
    case badSeasons
    case unknownEvent(String)
    case daysInReverse
    case endOfFollowing
    case badOwner(String)
    case badColumn(String)
    case badFoundingText(String)
    case badOrigin(String)
    case badReason
    case noStateHome
    case fromWithoutKey
    case keyOrCopyWithoutFrom
    case hashesOnlyAlone
    case unknownKeyID(String)
    case witnessesWithoutKeys
    /// A verification key of another kind than that of a witness, or of a ledger.
    case noWitnessKey(String)
    case noLogKey(String)
    case badKeyName(String)
    /// The options of which one must be given.
    case oneSubject
    /// A proof does not say whose it is.
    case noVerificationKey
    /// A key of another type than its option takes.
    case badKeyType(option: String)
    case nobodyAlone
    case readersAndNoReaders
    /// One group is to record, and to look only.
    case readersAreWriters
}

extension UsageError: Failing {
    var failureKind: FailureKind { .usage(name) }

    private var name: String {
        switch self {
        case .emptyOption: "empty-option"
        case .unknownOption, .optionBeforeCommand: "unknown-option"
        case .dashedWord: "dashed-word"
        case .unknownCommand: "unknown-command"
        case .missingValue: "missing-value"
        case .unwantedValue: "unwanted-value"
        case .extraWords: "extra-words"
        case .missingArgument: "missing-argument"
        case .unreadValue: "unread-value"
        case .unreadCall: "unread-call"
        case .notATable: "not-a-table"
        case .noLedger: "no-ledger"
        case .noHome: "no-home"
        case .badTimestamp: "bad-timestamp"
        case .badCommandID: "bad-command-id"
        case .badKey: "bad-key"
        case .ambiguousKey: "ambiguous-key"
        case .roleWithoutCommittees: "role-without-committees"
        case .committeesOrAll: "committees-or-all"
        case .oneBearer: "one-bearer"
        case .planOrActions: "plan-or-actions"
        case .badCutOffs: "bad-cut-offs"
        case .badSeasons: "bad-seasons"
        case .unknownEvent: "unknown-event"
        case .daysInReverse: "days-in-reverse"
        case .endOfFollowing: "end-of-following"
        case .badOwner: "bad-owner"
        case .badColumn: "bad-column"
        case .badFoundingText: "bad-founding-text"
        case .badOrigin: "bad-origin"
        case .badReason: "bad-reason"
        case .noStateHome: "no-state-home"
        case .fromWithoutKey: "from-without-key"
        case .keyOrCopyWithoutFrom: "key-or-copy-without-from"
        case .hashesOnlyAlone: "hashes-only-alone"
        case .unknownKeyID: "unknown-key-id"
        case .witnessesWithoutKeys: "witnesses-without-keys"
        case .noWitnessKey: "no-witness-key"
        case .noLogKey: "no-log-key"
        case .badKeyName: "bad-key-name"
        case .oneSubject: "one-subject"
        case .noVerificationKey: "no-verification-key"
        case .badKeyType: "bad-key-type"
        case .nobodyAlone: "nobody-alone"
        case .readersAndNoReaders: "readers-and-no-readers"
        case .readersAreWriters: "readers-are-writers"
        }
    }
}
