import Coordinates
import Views

extension English {
    func rebuilt(_ report: RebuildReport, in duration: Duration) -> String {
        let rows = report.modules.reduce(0) { $0 + $1.rowCount }
        return """
            The views were derived again from \(report.size) entries\(time(duration)), and are in \
            place: \(count(rows, "row")) in \(count(report.modules.count, "module")).
            """
    }

    func derived(
        _ report: RebuildReport, from place: String, in duration: Duration
    ) -> String {
        let rows = report.modules.reduce(0) { $0 + $1.rowCount }
        return "\(count(rows, "row")) derived from the first \(report.size) entries of "
            + "\(visible(place))\(time(duration)), and compared."
    }

    /// - Parameter isOnly: whether nothing was put in place of those before.
    func comparison(of report: RebuildReport, isOnly: Bool) -> [String] {
        let those = isOnly ? "Those in use" : "Those before"
        let setAside =
            isOnly
            ? [
                "They were set aside in views/: answers rest on the log alone until rows are derived anew."
            ] : []
        return switch report.comparison {
        case .none:
            [isOnly ? "There are none in use." : "There were none before to compare them with."]
        case .compared([]): ["\(those) \(isOnly ? "are" : "were") the same, byte for byte."]
        case .compared(let drifts):
            ["\(those) \(isOnly ? "are" : "were") not what the entries give:"]
                + drifts.prefix(shownDrifts).map(drift)
                + (drifts.count > shownDrifts ? ["  and \(drifts.count - shownDrifts) more"] : [])
                + setAside + [findOut]
        case .unreadable(let error):
            ["\(those) could not be compared: \(error)."] + setAside + [findOut]
        }
    }

    var rowsOfOtherLog: String {
        "the views in use say that they are of another ledger than the backup. They were left as they are. "
            + "Check --ledger and --from, and run liggare audit."
    }

    func ahead(_ error: RowsAheadOfCopy) -> String {
        "the rows in use have taken in \(error.rows) entries, and the backup has \(error.copy). Back up "
            + "again, and then compare."
    }

    private var findOut: String {
        "Find out how: nothing but liggare is to write them. Run liggare audit."
    }

    /// `45 %, 1234567 of 2743482 entries, 1508915 a second, 1 s left`
    func progress(
        _ done: UInt64, of total: UInt64, _ noun: String, after duration: Duration
    ) -> String {
        let rate = Double(done) / max(duration / .seconds(1), 0.001)
        let left = Int((Double(total - min(done, total)) / max(rate, 1)).rounded(.up))
        return "\(100 * done / max(total, 1)) %, \(done) of \(total) \(noun), "
            + "\(Int(rate)) a second, \(left) s left"
    }

    private var shownDrifts: Int { 20 }

    private func drift(_ drift: Drift) -> String {
        let place = drift.position.map { ", from entry \($0) on" } ?? ""
        return "  \(drift.module), row \(drift.key)\(place)"
    }

    /// Nothing for what went by unnoticed.
    private func time(_ duration: Duration) -> String {
        let tenths = Int((duration / .milliseconds(100)).rounded())
        return tenths < 10 ? "" : " in \(tenths / 10).\(tenths % 10) s"
    }
}
