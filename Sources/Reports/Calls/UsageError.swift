package import Failures
package import Tables

/// A call that cannot be understood, beyond what the argument parser sees.
package enum UsageError: Error {
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
    case notCOSE
    case recoverToWhere
    case coseWithoutOut
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
    package var failureKind: FailureKind { .usage(name) }

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
        case .notCOSE: "not-cose"
        case .recoverToWhere: "recover-to-where"
        case .coseWithoutOut: "cose-without-out"
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

/// An argument in a sentence.
package struct ArgumentTold {
    /// As it is written in a call: `--effective <date>`, `<committee>`.
    package let synopsis: String
    /// What its value is called: `date`, `position`.
    package let valueName: String
    /// Those of which it takes one, if it does.
    package let words: [String]
    package let help: String

    package init(synopsis: String, valueName: String, words: [String], help: String) {
        self.synopsis = synopsis
        self.valueName = valueName
        self.words = words
        self.help = help
    }
}
