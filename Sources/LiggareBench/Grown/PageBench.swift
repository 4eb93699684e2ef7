import EntryLog
import Glibc
import LMDB

/// How long the check of all pages of a ledger's log took, and to read as many.
struct PageTimes {
    let pageCount: Int
    let ours: [Duration]
    let reading: [Duration]
}

extension GrownLedger {
    func timePageChecks(_ runs: Int = 5) throws -> PageTimes {
        var pageCount = 0
        let times = try timedInTurn(
            runs,
            { _ in
                let report = try Log.checkPages(at: path + "/log")
                precondition(report.isSound, "a generated ledger is not damaged")
                pageCount = report.pageCount
            }, { _ in try readPages(of: path + "/log/data.mdb") })
        return PageTimes(pageCount: pageCount, ours: times.ours, reading: times.peer)
    }
}

/// Nothing but the system calls: a page at a time, as the check reads them.
private func readPages(of path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    precondition(file >= 0, "a generated ledger has a data file")
    defer { close(file) }
    let pageByteCount = 4096
    var page = [UInt8](repeating: 0, count: pageByteCount)
    var offset: off_t = 0
    while pread(file, &page, pageByteCount, offset) == pageByteCount {
        offset += off_t(pageByteCount)
    }
}

extension PageTimes {
    var figure: Figure {
        Figure(
            "pages.check", pageCount, ours, against: "pread of the same file, page by page",
            pageCount, reading)
    }

    var remark: String {
        "The log's file has \(pageCount) pages; its check takes "
            + "\(Int(ours.map(\.milliseconds).sorted().median)) ms."
    }
}
