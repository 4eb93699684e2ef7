import Annexes
import Exchange
import Failures
import Files
import Glibc
import Handlingsplan

// What is wrong with the files that a command reads.

extension English {
    func file(_ error: FileError) -> String {
        switch error {
        case .missing(let path): "there is no file \(visible(path)). Check its name."
        case .unreadable(let failure): unreadable(failure.path, failure.errno)
        case .notUTF8(let path):
            "\(visible(path)) is not in UTF-8. Save it as UTF-8, and try again."
        }
    }

    private func unreadable(_ path: String, _ code: Int32) -> String {
        let reason =
            switch code {
            case EISDIR: "it is a folder"
            case EFBIG: "it is longer than 1 GiB"
            case let code: cause(code)
            }
        let next =
            FailureKind.reading(code).category == .storage
            ? "Mend that, and try again." : "Name a file that you may read."
        return "\(path) cannot be read: \(reason). \(next)"
    }

    /// What the system says of a failure, or what is said here where it has no code.
    func cause(_ code: Int32) -> String {
        code == FileFailure.notAFile
            ? "it is not a file but a pipe or a device" : String(cString: strerror(code))
    }

    func annex(_ error: AnnexError) -> String {
        switch error {
        case .missing(let path): "there is no file \(path). Check its name."
        case .unreadable(let path, .notAFile):
            "\(path) cannot be read: it is not a file but a folder, a pipe or a device. Name a file."
        case .unreadable(let path, .system(let code)):
            unreadable(path, code)
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

    func unreadPlan(_ error: UnreadPlan) -> String {
        switch error.reason {
        case .noSection:
            "\(error.file) has no section headed Handlingsplan. Add the heading above the actions."
        case .noActions(let line):
            "\(error.file), line \(line): the section Handlingsplan has no bullets. "
                + "Write each action as one."
        }
    }

    func unreadTable(_ error: UnreadTable) -> String {
        "\(error.file)\(tableProblem(error.reason)) Nothing was recorded."
    }

    private func tableProblem(_ error: PlanTableError) -> String {
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

    private func broken(_ flaw: PlanTableError.Flaw) -> String {
        switch flaw {
        case .openQuote: "the quotation mark that opens the cell is never closed."
        case .textAfterQuote:
            "there is text after the quotation mark that closes the cell. Write each quotation mark "
                + "within it twice."
        case .quoteInside:
            "there is a quotation mark inside the cell. Put the whole cell in quotation marks, and "
                + "write that one twice."
        case .tooFewCells(let count, let expected):
            "the row ends here, with \(self.count(count, "cell")) of \(expected). It may be "
                + "broken off."
        case .tooManyCells(let count, let expected):
            "the row goes on here, with \(count) cells for \(expected) headings. A cell with a "
                + "separator in it must be in quotation marks."
        case .noTitle: "the row does not say what is to be done. Fill the cell, or remove the row."
        }
    }

    private func quoted(_ headings: [String]) -> String {
        headings.map { "\"\(visible($0))\"" }.joined(separator: ", ")
    }

    func unreadEvents(_ error: UnreadEvents) -> String {
        let line = error.reason.line
        let place = line == 0 ? error.file : self.place(line, error.reason.event, of: error.file)
        let problem =
            switch error.reason.problem {
            case .notAnObject:
                "this is no JSON object. Write one event a line, or several as \"events\"."
            case .noEvent: "there is no event in it. Write one JSON object a line."
            case .unknownEvent("AnnexAttached"):
                "an annex needs its file. Leave it out, and use liggare attach."
            case .unknownEvent("Remark"):
                "what a remark says, only later programs know, and write. Leave the line out."
            case .unknownEvent(let name): "there is no event \(visible(name)). Check its name."
            case .missingOne(let fields):
                "the event needs one of \(fields.joined(separator: ", ")). Add it."
            case .missing(let field): "the event needs \"\(field)\". Add it."
            case .unread(let field, let needed): "\"\(field)\" must be \(needed). Mend it."
            case .unknown("event"):
                "the line has both \"event\" and \"events\". Write one of them."
            case .unknown(let field) where error.reason.event != nil && ofLines.contains(field):
                "\"\(field)\" goes for all events of a line. Write it beside \"events\"."
            case .repeated(let field):
                "\"\(visible(field))\" is there twice. Write it once."
            case .unknown(let field):
                "the event has no \"\(visible(field))\". Check the name, or leave it out."
            }
        return "\(place): \(problem) Nothing was recorded."
    }

    private var ofLines: [String] { ["effective", "decision", "dnr", "note"] }

    func refusedLine(_ error: RefusedLine, _ reason: String) -> String {
        place(error.line, error.event, of: error.file)
            + (error.heading.map { ", column \"\(visible($0))\"" } ?? "")
            + ": \(reason) Nothing was recorded."
    }

    private func place(_ line: Int, _ event: Int?, of file: String) -> String {
        "\(file), line \(line)" + (event.map { ", event \($0)" } ?? "")
    }

    func unplaced(_ error: UnplacedLines) -> String {
        let lines = error.lines.map { "\n  line \($0.line): \(visible($0.text))" }.joined()
        return "\(error.file) has \(count(error.lines.count, "line")) that could not be placed. "
            + "Nothing was recorded. Mend them, or leave them out with --skip-unread.\(lines)"
    }
}
