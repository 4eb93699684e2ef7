import Answers
import ArgumentParser
import EntryLog
import Exchange
import Failures
import Handlingsplan
import Registry
import Reports

struct PlanImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.planImport)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.planImportFile)) var file: String
    @Option(help: .of(.planImportPlan, "slug")) var plan: DocumentSlug
    @Option(help: .of(.planImportTitle)) var title: String?
    @Option(help: .of(.planImportPolicy, "slug")) var policy: DocumentSlug?
    @OptionGroup var assignees: AssigneeOptions
    @Flag(help: .of(.planImportSkipUnread)) var skipUnread = false
    @Flag(help: .of(.planImportTable)) var table = false
    @Option(help: .of(.planImportColumn, "heading=column")) var column: [String] = []
    @Option(help: .of(.planImportOwner, "name=code")) var owner: [String] = []
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try options.reporting {
            if table || [".csv", ".tsv", ".tab"].contains(where: file.lowercased().hasSuffix) {
                try importTable()
            } else {
                try importDocument()
            }
        }
    }

    private func importDocument() throws {
        let document = try readDocument()
        if !document.unplaced.isEmpty, !skipUnread, !recording.dryRun {
            throw UnplacedLines(file: file, lines: document.unplaced)
        }
        let rows = document.actions.map { action in
            var row = ImportedRow(line: action.line, title: action.title)
            row.deadline = action.deadline
            return row
        }
        try naming {
            let proposal = recording.proposal(try command(rows))
            let ledger = try options.open(for: recording)
            if !recording.dryRun {
                return try options.record([proposal], in: ledger, recording)
            }
            try options.record([proposal], in: ledger, recording) { trial, _ in
                options.print(
                    PlanTrialOutput(
                        document: document, trial: trial, file: file,
                        isRehearsal: ledger.isRehearsal))
            }
        }
    }

    /// What is wrong with a row is told with the file, and where it is a table, with the column.
    private func naming<Result>(
        _ table: PlanTable? = nil, _ body: () throws -> Result
    ) throws -> Result {
        func named(_ line: Int, _ rejection: Rejection) -> any Error {
            var heading: String?
            switch rejection {
            // What a row may say is judged by its cells: these are of the options.
            case .unknownCommittee, .leadNotResponsible: return rejection
            case .unreadCell(let column, _):
                heading = table?.mapping.first { $0.column?.rawValue == column.rawValue }?.heading
            default: break
            }
            return RefusedLine(file: file, line: line, heading: heading, reason: rejection)
        }
        do {
            return try body()
        } catch let error as RejectedProposal {
            guard case .inLine(let line, let rejection) = error.rejection else { throw error }
            throw named(line, rejection)
        } catch Rejection.inLine(let line, let rejection) {
            throw named(line, rejection)
        }
    }

    private func importTable() throws {
        let table = try readTable()
        let ledger = try options.open(for: recording)
        let isRehearsal = ledger.isRehearsal
        let proposal = recording.proposal(try command(table.rows.map(ImportedRow.init)))
        // Before anything is appended.
        let found = TableOutput(table: table, file: file, isRehearsal: isRehearsal)
        if options.format == .text { options.print(found) }
        try naming(table) {
            try options.record([proposal], in: ledger, recording) { recorded, after in
                let receipt = try ReceiptOutput(
                    recorded, after, isRehearsal: isRehearsal)
                try options.telling(of: recorded.receipt) {
                    if options.format == .json {
                        options.print(TableReceiptOutput(found: found, receipt: receipt))
                    } else {
                        print("\n" + receipt.text(in: options.words))
                    }
                }
            }
        }
    }

    private func command(_ rows: [ImportedRow]) throws -> Command {
        var owners: [String: CommitteeCode] = [:]
        for text in owner {
            guard let (name, code) = text.sides, let code = CommitteeCode(code) else {
                throw UsageError.badOwner(text)
            }
            owners[name.lowercased()] = code
        }
        return .importPlan(
            PlanImport(
                slug: plan, title: title, policy: policy, rows: rows, assignees: try assignees(),
                owners: owners))
    }

    private func readDocument() throws -> PlanDocument {
        let text = try readText(file)
        do {
            return try PlanDocument(reading: text)
        } catch {
            throw UnreadPlan(file: file, reason: error)
        }
    }

    private func readTable() throws -> PlanTable {
        let overrides = try column.map { text in
            guard let (heading, name) = text.sides else { throw UsageError.badColumn(text) }
            let column = PlanTable.Column(rawValue: name)
            if column == nil, !name.isEmpty { throw UsageError.badColumn(text) }
            return PlanTable.Override(heading: heading, column: column)
        }
        let bytes = try readBytes(file)
        do {
            return try PlanTable(reading: bytes, overrides: overrides)
        } catch {
            throw UnreadTable(file: file, reason: error)
        }
    }
}

extension String {
    /// What stands before and after the last `=`.
    fileprivate var sides: (String, String)? {
        guard let mark = lastIndex(of: "=") else { return nil }
        return (String(self[..<mark]), String(self[index(after: mark)...]))
    }
}
