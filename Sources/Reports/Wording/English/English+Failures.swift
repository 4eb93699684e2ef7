import Answers
import Coordinates
import EntryLog
import Exchange
import Files
import FoundationEssentials
import Glibc
import Handlingsplan
import LMDB
import PlanLog
import Registry
import Tables
import TransparencyLog
import Views

extension English {
    func usage(_ error: UsageError) -> String {
        switch error {
        case .emptyOption(let option):
            "nothing stands behind \(visible(option))=. Write its value there, or leave it out."
        case .unknownOption(let option, let near, let command):
            "there is no option \(visible(option)). \(orNear(near, command))"
        case .optionBeforeCommand(let option, let near):
            "no option \(visible(option)) stands before a command. "
                + (near.map { "Did you mean \($0)?" } ?? "Write those of a command behind it.")
        case .dashedWord(let word):
            "\(visible(word)) begins as an option does, and there is none of that name. Write a value so "
                + "behind its option's =, or behind --."
        case .unknownCommand(let name, let near):
            "there is no command \"\(visible(name))\". \(orNear(near, []))"
        case .missingValue(let option):
            "nothing stands behind \(option). Write its value there, or leave it out."
        case .unwantedValue(let option, let value):
            "\(option) takes no value, and \"\(visible(value))\" stands behind it. Leave that out."
        case .extraWords(let words):
            "nobody asked for \(words.map { "\"\(visible($0))\"" }.joined(separator: ", ")). "
                + "Leave it out, or put what belongs together in quotation marks."
        case .missingArgument(let argument):
            "\(argument.synopsis) is missing. \(example(of: argument))"
        case .unreadValue(let value, let argument):
            "\"\(visible(value))\" is nothing that \(argument.synopsis) can be. \(example(of: argument))"
        case .unreadCall: "the call cannot be understood. See liggare help."
        case .recoverToWhere:
            "recover cuts entries off the log. Say that you want it, with --to-checkpoint."
        case .notCOSE: "only prove writes an entry with its receipt as cose. Give another --format."
        case .coseWithoutOut: "a receipt is bytes, and no text. Say with --out where to write it."
        case .notATable(let format):
            "what this command prints is no table. Leave --format \(format.rawValue) out, or ask for "
                + "json."
        case .noLedger: "no ledger was named. Give --ledger DIR, or set LIGGARE_LEDGER."
        case .noHome: "there is no HOME to look for your key in. Set HOME or XDG_CONFIG_HOME."
        case .badTimestamp(let text):
            "\"\(text)\" is no time. Write one such as 2014-02-03T09:30:00Z, or a day, 2014-02-03."
        case .badCommandID:
            "a command id has 1 to 64 letters, digits and signs of ASCII, without blanks. Choose "
                + "another."
        case .committeesOrAll: "give one of --committee, --all and --all-now, not several."
        case .oneBearer(let options):
            "say what it belongs to, with one of \(options.joined(separator: ", "))."
        case .planOrActions: "give --plan or --action, not both."
        case .badCutOffs(let days):
            "\"\(days.joined(separator: " "))\" does not name days of the year. Write them as MM-DD: "
                + "04-30 08-31 12-31."
        case .badSeasons:
            "the seasons follow each other within a year: give their first months, such as "
                + "--spring 3 --summer 6 --autumn 9 --winter 12."
        case .unknownEvent(let name):
            "there is no event \"\(visible(name))\". Check its name: log --format json shows them."
        case .endOfFollowing:
            "--follow goes on until it is interrupted. Leave out --to and --until, or --follow."
        case .daysInReverse: "the first day is after the last one. Check --from and --to."
        case .badOwner(let text):
            "\"\(text)\" says not whom it means. Write NAME=CODE, such as Socialkontoret=SN."
        case .badColumn(let text):
            "\"\(text)\" says not which column it is. Write HEADING=COLUMN, with one of "
                + PlanTable.Column.allCases.map(\.rawValue).joined(separator: ", ")
                + ", or HEADING= to leave it out."
        case .badKey(let text):
            "\(visible(text)) is neither an Ed25519 public key nor a file that holds one. "
                + "It looks like ssh-ed25519 AAAA..., as key new prints it."
        case .ambiguousKey(let text):
            "several keys have an id that begins with \(text). Write more of it."
        case .roleWithoutCommittees:
            "a steward speaks for all committees. Leave out --committee, or grant --role registrar."
        case .keyOrCopyWithoutFrom:
            "--key and --copy are for the published ledger that --from names. Leave them out, or name it."
        case .hashesOnlyAlone:
            "--hashes-only compares with nothing else. Leave it out to compare, or leave that out."
        case .unknownKeyID(let text):
            "no key here has an id that begins with \(visible(text)). Look at key list."
        case .fromWithoutKey:
            "--from needs the ledger's verification key. Give it with --key."
        case .badOrigin(let text):
            "\"\(visible(text))\" is no origin. Write a name that only you have, such as "
                + "dals-ed.se/handlingsplaner."
        case .witnessesWithoutKeys:
            "give one --witness-key for each --witness, in the same order."
        case .noWitnessKey(let key):
            "\(visible(key)) is no witness's key. Give what witness key prints."
        case .noLogKey(let key):
            "\(visible(key)) is no ledger's key. Give what checkpoint --verification-key prints."
        case .badKeyName(let name):
            "\"\(visible(name))\" cannot name a key. Leave out spaces and plus signs."
        case .oneSubject: "say what it is to be about, with one of --action and --committee."
        case .noVerificationKey:
            "a proof of another entry than 0 does not say which log it is of. Give the log's key "
                + "with --key."
        case .badKeyType(let option):
            "\(option) takes a key of another type. Check which key is the log's, and which a witness's."
        case .nobodyAlone:
            "--nobody ends what was shared with anybody. Leave out the groups, or leave that out."
        case .readersAndNoReaders: "give --readers or --no-readers, not both."
        case .readersAreWriters:
            "a group that records can look, too. Name another with --readers, or leave it out."
        case .badFoundingText(let what):
            "the \(what) must have letters, no control characters, and at most 200 bytes."
        case .noStateHome:
            "there is no HOME to remember it in. Set HOME or XDG_STATE_HOME."
        case .badReason:
            "the reason must be one line with letters, of at most 1,000 bytes."
        }
    }

    private func orNear(_ name: String?, _ command: [String]) -> String {
        name.map { "Did you mean \($0)?" }
            ?? "See \((["liggare help"] + command).joined(separator: " "))."
    }

    /// How a value is written.
    private func example(of argument: ArgumentTold) -> String {
        if !argument.words.isEmpty {
            return "Write one of: \(argument.words.joined(separator: ", "))."
        }
        return switch argument.valueName {
        case "date": "Write a day, such as 2014-02-28."
        case "position", "number", "action", "area", "goal", "guideline", "indicator":
            "Write a number, such as 3."
        case "seconds": "Write a number of seconds, such as 10."
        case "committee", "code":
            "Write a code, such as KS, of A to Z, Å, Ä, Ö, É, Ü, 0 to 9, - and &, each typed as one sign."
        case "document", "plan", "policy", "slug":
            "Write a short name, such as integration-2013, of a to z, å, ä, ö, é, ü, 0 to 9 and -, "
                + "each typed as one sign."
        default: "Its help says: \(argument.help)"
        }
    }

    func nothingRecorded(_ error: NothingRecorded) -> String {
        "nothing was recorded by \(error.by): the ledger was founded on \(error.founded). "
            + "Choose that day or a later one."
    }

    var replacedLog: String {
        "the log that was followed is not in its place any more: perhaps a backup was restored. "
            + "Find out what happened, and follow what is there now."
    }

    func ahead(_ error: PositionAheadOfLog) -> String {
        "the log has \(count(Int(error.size.count), "entry", "entries")), and nothing just before "
            + "position \(error.position): it is another log than the one that was followed, or an "
            + "old copy of it. Check --ledger, and the position."
    }

    func log(_ error: EntryLogError) -> String {
        switch error {
        case .notALedger(let path):
            "\(path) holds no ledger. Check --ledger, or found one with liggare init."
        case .alreadyFounded(let path):
            "\(path) already holds a ledger. Choose another directory."
        case .newerFormat(let found, let supported):
            "the ledger has format \(found), and this program reads up to \(supported). "
                + "Use a newer liggare."
        case .damaged(let detail):
            "the log is damaged: \(detail). Run liggare audit, and liggare repair."
        case .damagedEntry(let position, let detail):
            "the log is damaged at position \(position): \(detail). "
                + "Run liggare audit, and liggare repair."
        case .conflict(let expected, let actual):
            "position \(expected) was expected to be next, but \(actual) is. "
                + "Look at what was recorded meanwhile, and try again."
        case .overtaken:
            "others record faster than this could be read, and you may not hold them back. "
                + "Try again."
        case .clockBehind(let now, let last):
            "the clock shows \(now), but the last entry was recorded \(last), "
                + "\(minutes(from: now, to: last)) later. Set the clock, and try again; if that of the "
                + "last entry was wrong, say so with wrong-clock."
        case .clockAhead(let now, let seen):
            "the clock shows \(now), but this ledger was last seen to \(seen). Look at the clock; if it "
                + "is right, add --clock-checked."
        case .clockOutOfRange(let now):
            "the clock shows \(now.milliseconds) milliseconds since 1970, which no log can hold. Set "
                + "the clock, and try again."
        case .rehearsedTimeGoesBack(let time, let last):
            "recorded time never goes back: \(time) is before the last entry's \(last). "
                + "Choose a later --recorded."
        case .notARehearsal:
            "--recorded is only for rehearsals; here the recorded time is the clock's. "
                + "Leave it out, or found a rehearsal with init --rehearsal."
        case .entryTooLarge(let byteCount, let limit):
            "the entry would have \(byteCount) bytes; \(limit) is the most. "
                + "Shorten its texts, or divide the command."
        }
    }

    func commandIDTaken(_ error: CommandIDTaken) -> String {
        "another command was recorded as \(error.id), at position \(error.position). "
            + "Nothing was appended. Choose another --command-id."
    }

    func impossible(_ error: ImpossibleEvent) -> String {
        "the views or the log are damaged: \(cannotFollow(error)). Run liggare rebuild; if that does "
            + "not help, run liggare audit, and restore a backup."
    }

    func cannotFollow(_ error: ImpossibleEvent) -> String {
        "what is recorded cannot follow from what went before (\(error.event))"
    }

    private func minutes(from: Timestamp, to: Timestamp) -> String {
        count(Int((to.milliseconds - from.milliseconds) / 60_000), "minute")
    }

    /// What was asked for is done, and somebody should see to why it took so long.
    func trouble(_ trouble: ViewsTrouble) -> String {
        switch trouble {
        case .distrusted(let fault):
            "the stored views are damaged, so this was derived anew from the log (\(fault)). "
                + "Run liggare audit, and liggare rebuild."
        case .unstored(let fault):
            "it is recorded, but the views could not be stored, so each command derives them anew "
                + "(\(reason(fault))). Mend that, and run liggare rebuild."
        }
    }

    func views(_ error: ViewsError) -> String {
        switch error {
        case .damaged(let detail): "the views are damaged: \(detail). Run liggare rebuild."
        case .strangers(let absorbed, let log):
            "the views were derived from \(absorbed) entries, which the log, with \(log), "
                + "does not begin with: it was replaced or cut. Run liggare audit; if the log is "
                + "right, run liggare rebuild."
        }
    }

    func storage(_ error: LMDBError) -> String {
        if error.isOutOfSpace {
            return "the disk is full (\(error)). Nothing was recorded. "
                + "Make room, and try again."
        }
        if error.mayBeOutOfSpace {
            return "the disk is full, or it is broken (\(error)). Make room, see with "
                + "liggare log whether it was recorded, and try again."
        }
        if error.isPermissionDenied {
            return "you may not use these files (\(error)). Ask their owner for permission."
        }
        if error.isReadersFull {
            return
                "as many processes read it as can at once (\(error)). Wait until some have ended, "
                + "or end those that hang, and try again."
        }
        if error.code == ENOMEM {
            return "the system gives no memory for it (\(error)). Raise the limit that ulimit -v "
                + "shows, or end other programs, and try again."
        }
        if [EMFILE, ENFILE].contains(error.code) {
            return
                "too many files are open (\(error)). Raise the limit that ulimit -n shows, or end "
                + "other programs, and try again."
        }
        if error.code == EINTR { return "a signal came in between (\(error)). Try again." }
        if error.isAlreadyOpen {
            return "the ledger is open already in this process (\(error))."
        }
        if error.isTimedOut {
            return "another process did not end in time (\(error)). Try again, or with a longer "
                + "--wait."
        }
        if error.isInvalid {
            return "the file is damaged (\(error)). Keep it as it is, and run liggare repair."
        }
        return "the storage failed (\(error)). Run liggare audit before you go on."
    }

    /// Said while a command waits.
    func waiting(_ wait: Wait) -> String {
        "waiting for \(holder(wait.holder)), which has \(wait.path) locked."
    }

    func holder(_ holder: RunningProcess?) -> String {
        holder.map { "\($0)" } ?? "another process"
    }

    func fileSystem(_ error: CocoaError) -> String {
        let place = error.filePath ?? error.url?.path ?? "a file of the ledger"
        let cause = error.systemCode.map { ": " + String(cString: strerror($0)) } ?? ""
        if error.isOutOfSpace {
            return "the disk is full (\(place)\(cause)). Make room, and try again."
        }
        if error.isPermissionDenied {
            return "you may not write \(place)\(cause). Ask its owner for permission."
        }
        return "\(place) cannot be written\(cause). Check the path of the ledger."
    }

    func timeZone(_ error: UnknownTimeZone) -> String {
        if let failure = error.failure {
            return "the rules of the time zone \(error.identifier) cannot be read: "
                + "\(cause(failure)). Mend that, and try again."
        }
        return "the time zone \(error.identifier) is not known here. Check its name, or install "
            + "tzdata."
    }

    func unwritten(_ error: UnwrittenOutput) -> String {
        let cause = String(cString: strerror(error.errno))
        guard let receipt = error.recorded else {
            return "the output could not be written: \(cause). Give it a place where it can be, "
                + "and ask again."
        }
        let (first, last) = (receipt.first, receipt.size.last ?? receipt.first)
        let place = first == last ? "position \(first)" : "positions \(first) to \(last)"
        return
            "recorded at \(place); it could not be printed: \(cause). Do not record it again: see "
            + "it with liggare show \(first)."
    }

    var cutShort: String {
        "the storage was read where it is damaged or was cut off, so this was broken off. See with "
            + "liggare log whether it was recorded, and run liggare audit before you go on."
    }

    /// About the guard against old copies that are put in a ledger's place.
    var unremembered: String {
        "there is no HOME, nor XDG_STATE_HOME, to remember in how far the ledger has come: an old "
            + "copy in its place would go unnoticed."
    }

    func unremembered(_ failure: any Error) -> String {
        "how far the ledger has come could not be remembered (\(reason(failure))): an old copy in its "
            + "place would go unnoticed."
    }

    /// Between parentheses.
    private func reason(_ failure: any Error) -> String {
        guard let file = failure as? FileFailure else { return "\(failure)" }
        return "\(visible(file.path)): \(cause(file.errno))"
    }

    func other(_ error: any Error) -> String {
        "something failed that should not have: \(error). See with liggare log what was recorded."
    }
}
