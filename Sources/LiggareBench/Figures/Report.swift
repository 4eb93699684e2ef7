import Coordinates
import FoundationEssentials
import Glibc

/// What the bench found, and on what machine.
struct Report {
    /// How many events the largest ledger has.
    let size: Int
    private(set) var figures: [Figure] = []
    /// What the figures do not say.
    private(set) var remarks: [String] = []
    private let began = Date.now

    init(size: Int) { self.size = size }

    /// Prints what is found at once, too: a whole run takes a while.
    mutating func add(_ found: [Figure]) {
        figures += found
        for figure in found { tell(figure.text) }
    }

    mutating func remark(_ remark: String) { remarks.append(remark) }

    var text: String {
        ([machine, ledgers] + remarks + figures.map(\.text)).joined(separator: "\n")
    }

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(figures).write(to: URL(filePath: path))
    }

    private var machine: String {
        let time = Timestamp(milliseconds: Int64(began.timeIntervalSince1970 * 1000))
        return "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, \(time)"
    }

    private var ledgers: String {
        "The largest ledger has \(size) events. Generated ledgers are made without fsync of each "
            + "entry."
    }
}

private func tell(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
}
