import Annexes
import Coordinates
import EntryLog
import Exchange
import FoundationEssentials
import Glibc
import Handlingsplan
import LMDB
import PlanLog
import Registry
import TransparencyLog
import Views

extension Texts {
    static func usage(_ error: UsageError) -> String {
        switch error {
        case .noLedger: "no ledger was named. Give --ledger DIR, or set LIGGARE_LEDGER."
        case .noHome: "there is no HOME to look for your key in. Set HOME or XDG_CONFIG_HOME."
        case .badTimestamp(let text):
            "\"\(text)\" is no time. Write one such as 2014-02-03T09:30:00Z, or a day, 2014-02-03."
        case .badCommandID:
            "a command id has 1 to 64 bytes and no control characters. Choose another."
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
        case .daysInReverse: "the first day is after the last one. Check --from and --to."
        case .badOwner(let text):
            "\"\(text)\" says not whom it means. Write NAME=CODE, such as Socialkontoret=SN."
        case .badColumn(let text):
            "\"\(text)\" says not which column it is. Write HEADING=COLUMN, with one of "
                + PlanTable.Column.allCases.map(\.rawValue).joined(separator: ", ")
                + ", or HEADING= to leave it out."
        case .badOrigin(let text):
            "\"\(visible(text))\" is no origin. Write a name that only you have, such as "
                + "dals-ed.se/handlingsplaner."
        case .badFoundingText(let what):
            "the \(what) must have letters, no control characters, and at most 200 bytes."
        }
    }

    static func nothingRecorded(_ error: NothingRecorded) -> String {
        "nothing was recorded by \(error.by): the ledger was founded on \(error.founded). "
            + "Choose that day or a later one."
    }

    static func log(_ error: EntryLogError) -> String {
        switch error {
        case .notALedger(let path):
            "\(path) holds no ledger. Check --ledger, or found one with liggare init."
        case .alreadyFounded(let path):
            "\(path) already holds a ledger. Choose another directory."
        case .newerFormat(let found, let supported):
            "the ledger has format \(found), and this program reads up to \(supported). "
                + "Use a newer liggare."
        case .damaged(let detail):
            "the log is damaged: \(detail). Run liggare audit, and restore a backup."
        case .damagedEntry(let position, let detail):
            "the log is damaged at position \(position): \(detail). "
                + "Run liggare audit, and restore a backup."
        case .conflict(let expected, let actual):
            "position \(expected) was expected to be next, but \(actual) is. "
                + "Look at what was recorded meanwhile, and try again."
        case .clockBehind(let now, let last):
            "the clock shows \(now), but the last entry was recorded \(last), "
                + "\(minutes(from: now, to: last)) later. Set the clock, and try again."
        case .rehearsedTimeGoesBack(let time, let last):
            "recorded time never goes back: \(time) is before the last entry's \(last). "
                + "Choose a later --recorded."
        case .notARehearsal:
            "--recorded is only for rehearsals; here the recorded time is the clock's. "
                + "Leave it out, or found a rehearsal with init --rehearsal."
        case .entryTooLarge(let byteCount, let limit):
            "the entry would have \(byteCount) bytes; \(limit) is the most. "
                + "Shorten its texts, or divide the command."
        case .notPermitted(let key):
            "your key \(key) may not append: only the founder's may. Ask whoever founded the ledger."
        }
    }

    static func commandIDTaken(_ error: CommandIDTaken) -> String {
        "another command was recorded as \(error.id), at position \(error.position). "
            + "Nothing was appended. Choose another --command-id."
    }

    static func unknownEvent(_ error: UnknownEventRecorded) -> String {
        "entry \(error.position) holds an event of kind \(error.event.kind), version "
            + "\(error.event.version), which this program does not know. Use a newer liggare."
    }

    static func impossible(_ error: ImpossibleEvent) -> String {
        "the log is damaged: \(cannotFollow(error)). Run liggare audit, and restore a backup."
    }

    static func cannotFollow(_ error: ImpossibleEvent) -> String {
        "what is recorded cannot follow from what went before (\(error.event))"
    }

    private static func minutes(from: Timestamp, to: Timestamp) -> String {
        count(Int((to.milliseconds - from.milliseconds) / 60_000), "minute")
    }

    static func views(_ error: ViewsError) -> String {
        switch error {
        case .damaged(let detail): "the views are damaged: \(detail). Run liggare rebuild."
        case .strangers(let absorbed, let log):
            "the views were derived from \(absorbed) entries, which the log, with \(log), "
                + "does not begin with: it was replaced or cut. Run liggare audit; if the log is "
                + "right, run liggare rebuild."
        }
    }

    static func storage(_ error: LMDBError) -> String {
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
        if error.isAlreadyOpen {
            return "the ledger is open already in this process (\(error))."
        }
        if error.isInvalid {
            return "the file is damaged (\(error)). Keep it as it is, and restore a backup."
        }
        return "the storage failed (\(error)). Run liggare audit before you go on."
    }

    static func fileSystem(_ error: CocoaError) -> String {
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

    static func key(_ error: KeyFileError) -> String {
        switch error {
        case .missing(let path):
            "you have no key in \(path). Found a ledger with liggare init, or copy your key there."
        case .looseMode(let path, let mode):
            "others can read your key: \(path) has mode 0\(String(mode, radix: 8)). "
                + "Run chmod 600 on it, and if others may have read it, ask for a new one."
        case .malformed(let path):
            "\(path) is no Ed25519 key in PEM. Restore it from your copy."
        case .failed(let path, let code):
            "\(path) cannot be used: \(String(cString: strerror(code))). Check its permissions."
        }
    }

    static func timeZone(_ error: UnknownTimeZone) -> String {
        "the time zone \(error.identifier) is not known here. Check its name, or install tzdata."
    }

    static func file(_ error: FileError) -> String {
        switch error {
        case .missing(let path): "there is no file \(path). Check its name."
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason). Name a file that you may read."
        case .notUTF8(let path): "\(path) is not in UTF-8. Save it as UTF-8, and try again."
        }
    }

    static func annex(_ error: AnnexError) -> String {
        switch error {
        case .missing(let path): "there is no file \(path). Check its name."
        case .unreadable(let path, .notAFile):
            "\(path) cannot be read: it is not a file but a folder, a pipe or a device. Name a file."
        case .unreadable(let path, .system(let code)):
            "\(path) cannot be read: \(String(cString: strerror(code))). "
                + "Name a file that you may read."
        case .tooLarge(let path, let byteCount, let limit):
            "\(path) has \(byteCount) bytes, and an annex may have \(limit). "
                + "Divide it, or make it smaller."
        case .failed(let path, let code) where [ENOSPC, EDQUOT].contains(code):
            "the disk is full (\(path)). Nothing was recorded. Make room, and try again."
        case .failed(let path, let code):
            "\(path) could not be written: \(String(cString: strerror(code))). Nothing was "
                + "recorded. Mend that, and try again."
        case .damaged(let path):
            "\(path) is damaged: it is not what its name says. Move it away, and attach the file "
                + "again."
        }
    }

    static func unwritten(_ error: UnwrittenOutput) -> String {
        "the output could not be written: \(String(cString: strerror(error.errno))). "
            + "Make room for it. What was recorded stays recorded: see liggare log."
    }

    static func unreadPlan(_ error: UnreadPlan) -> String {
        switch error.reason {
        case .noSection:
            "\(error.file) has no section headed Handlingsplan. Add the heading above the actions."
        case .noActions(let line):
            "\(error.file), line \(line): the section Handlingsplan has no bullets. "
                + "Write each action as one."
        }
    }

    static func unreadTable(_ error: UnreadTable) -> String {
        "\(error.file)\(tableProblem(error.reason)) Nothing was recorded."
    }

    private static func tableProblem(_ error: PlanTableError) -> String {
        switch error {
        case .undecodable(let text):
            ", line \(text.line), is not in \(text.encoding.rawValue), nor in anything else known "
                + "here. Save it as CSV UTF-8."
        case .unknownSeparator(let line):
            ": \"\(visible(line))\" names a separator that is none of semicolon, comma and tab. Save it with one of "
                + "these."
        case .noTitleColumn(let line, let headings):
            headings.isEmpty
                ? " has no headings. Put a line above the rows that names the columns."
                : " has no column that says what is to be done. Line \(line) has \(quoted(headings)): "
                    + "say which one with --column \"HEADING=title\"."
        case .ambiguous(let column, let line, let headings):
            ", line \(line): \(quoted(headings)) look like \(column.rawValue). Say which one is "
                + "not, with --column \"HEADING=\"."
        case .unknownHeading(let heading, let line, let headings):
            " has no heading \"\(visible(heading))\". Line \(line) has \(quoted(headings)). "
                + "Check --column."
        case .noRows(let line):
            " has no rows below its headings on line \(line). Write each action as one."
        case .brokenRow(let line, let place, let flaw):
            ", line \(line), column "
                + (place.heading.map { "\"\(visible($0))\"" } ?? "\(place.number)")
                + ": \(broken(flaw))"
        }
    }

    private static func broken(_ flaw: PlanTableError.Flaw) -> String {
        switch flaw {
        case .openQuote: "the quotation mark that opens the cell is never closed."
        case .textAfterQuote:
            "there is text after the quotation mark that closes the cell. Write each quotation mark "
                + "within it twice."
        case .quoteInside:
            "there is a quotation mark inside the cell. Put the whole cell in quotation marks, and "
                + "write that one twice."
        case .tooFewCells(let count, let expected):
            "the row ends here, with \(Texts.count(count, "cell")) of \(expected). It may be "
                + "broken off."
        case .tooManyCells(let count, let expected):
            "the row goes on here, with \(count) cells for \(expected) headings. A cell with a "
                + "separator in it must be in quotation marks."
        case .noTitle: "the row does not say what is to be done. Fill the cell, or remove the row."
        }
    }

    private static func quoted(_ headings: [String]) -> String {
        headings.map { "\"\(visible($0))\"" }.joined(separator: ", ")
    }

    static func unreadEvents(_ error: UnreadEvents) -> String {
        let line = error.reason.line
        let place = line == 0 ? error.file : "\(error.file), line \(line)"
        let problem =
            switch error.reason.problem {
            case .notAnObject: "this is no JSON object. Write one event a line."
            case .noEvent: "there is no event in it. Write one JSON object a line."
            case .unknownEvent("AnnexAttached"):
                "an annex needs its file. Leave it out, and use liggare attach."
            case .unknownEvent(let name): "there is no event \(visible(name)). Check its name."
            case .missingOne(let fields):
                "the event needs one of \(fields.joined(separator: ", ")). Add it."
            case .missing(let field): "the event needs \"\(field)\". Add it."
            case .unread(let field, let needed): "\"\(field)\" must be \(needed). Mend it."
            case .unknown(let field):
                "the event has no \"\(visible(field))\". Check the name, or leave it out."
            }
        return "\(place): \(problem) Nothing was recorded."
    }

    static func rejectedLine(_ error: RejectedLine) -> String {
        "\(error.file), line \(error.line)"
            + (error.heading.map { ", column \"\(visible($0))\"" } ?? "")
            + ": \(rejection(error.rejection)) Nothing was recorded."
    }

    static func unplaced(_ error: UnplacedLines) -> String {
        let lines = error.lines.map { "\n  line \($0.line): \(visible($0.text))" }.joined()
        return "\(error.file) has \(count(error.lines.count, "line")) that could not be placed. "
            + "Nothing was recorded. Mend them, or leave them out with --skip-unread.\(lines)"
    }

    static func other(_ error: any Error) -> String {
        "something failed that should not have: \(error). See with liggare log what was recorded."
    }
}
