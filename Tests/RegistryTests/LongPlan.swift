import Handlingsplan
import LedgerSupport

extension Command {
    /// A plan whose twenty actions need more than one entry.
    static func longPlan(_ text: String, by committee: String) -> Command {
        let rows = (1...20).map {
            ImportedRow(line: $0, title: String(repeating: "å", count: 3990) + " \($0)")
        }
        return .importPlan(
            PlanImport(
                slug: slug(text), title: "Lång", rows: rows,
                assignees: .committees([code(committee)])))
    }
}
