import CBOR
import Coordinates
import Exchange
import Handlingsplan
import PlanLog

// What people hand in: tables, documents, phrases, files of events.

extension Target {
    static let plans = [text, table, document, deadline, events]

    private static let text = Target(name: "text") { bytes in
        guard let decoded = try? DecodedText(bytes) else { return }
        let marked = bytes.starts(with: [0xef, 0xbb, 0xbf])
        switch decoded.encoding {
        case .utf8:
            claim(
                decoded.text.utf8.elementsEqual(bytes.dropFirst(marked ? 3 : 0)),
                "UTF-8 stays as it is")
        case .utf16LittleEndian, .utf16BigEndian:
            claim(2 + 2 * decoded.text.utf16.count == bytes.count, "no unit of UTF-16 is lost")
        case .windows1252:
            claim(decoded.text.unicodeScalars.count == bytes.count, "a byte is a character")
        }
    }

    private static let table = Target(name: "table") { bytes in
        guard let table = try? PlanTable(reading: bytes) else { return }
        let columns = PlanTable.Column.allCases.filter { column in
            table.mapping.contains { $0.column == column }
        }
        let written = PlanTable.csv(columns, table.rows.map(\.cells))
        claim(written.count <= 8 * bytes.count + 256, "a table takes as much room as its file")
        let again = try? PlanTable(reading: written)
        claim(again?.rows.map(\.cells) == table.rows.map(\.cells), "a table is read as written")
    }

    private static let document = Target(name: "document") { bytes in
        guard let document = try? PlanDocument(reading: bytes.text) else { return }
        let lines = document.actions.map(\.line)
        claim(lines == lines.sorted() && Set(lines).count == lines.count, "a bullet is one action")
        claim(!document.actions.isEmpty, "a plan has actions")
        for action in document.actions {
            claim(!action.title.isEmpty && action.deadline != "", "what is found has words")
        }
    }

    private static let deadline = Target(name: "deadline") { bytes in
        let text = bytes.text
        for given in [nil, CalendarDate(year: 2014, month: 5, day: 20)] {
            for before in ReadingRules.Before.allCases {
                let rules = ReadingRules(before: before)
                guard let reading = readDeadline(text, given: given, by: rules) else { continue }
                check(reading, of: text)
            }
        }
    }

    private static func check(_ reading: DeadlineReading, of text: String) {
        if let earliest = reading.earliest, let latest = reading.latest {
            claim(earliest <= latest, "a stretch begins before it ends")
        }
        for words in [reading.relation, reading.receiver].compactMap(\.self) {
            claim(!words.isEmpty && text.contains(words), "\(words) is verbatim")
        }
        let deadline = Deadline(text: text, reading: reading)
        claim((try? Deadline(decoding: deadline.encoded.span.bytes)) == deadline, "it is kept")
        let days = CalendarDate(year: 2014, month: 1, day: 1)!
        let occurrences = reading.occurrences(
            from: days, through: CalendarDate(year: 2034, month: 12, day: 31)!)
        claim(occurrences.allSatisfy { $0.first <= $0.due }, "a turn begins before it is due")
    }

    private static let events = Target(name: "events") { bytes in
        guard let lines = try? EventLine.lines(of: bytes.text) else { return }
        claim(lines.allSatisfy { !$0.proposal.steps.isEmpty }, "a line has an event")
        claim(zip(lines, lines.dropFirst()).allSatisfy { $0.number < $1.number }, "lines ascend")
    }
}
