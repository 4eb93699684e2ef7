import LedgerSupport
import Testing

/// How often each kind of command was drawn, and how often it was recorded.
struct Tally {
    private var drawn: [String: Int] = [:]
    private var recorded: [String: Int] = [:]
    private(set) var batches = 0

    mutating func note(_ kinds: [RandomHistory.Kind], recorded isRecorded: Bool) {
        if kinds.count > 1, isRecorded { batches += 1 }
        for kind in kinds {
            drawn[kind.name, default: 0] += 1
            if isRecorded { recorded[kind.name, default: 0] += 1 }
        }
    }

    /// A rule that refused each draw of a kind would make the histories say nothing of it.
    func expectAll() {
        for kind in RandomHistory.kinds {
            let (recorded, drawn) = (recorded[kind.name, default: 0], drawn[kind.name, default: 0])
            print("\(kind.name): \(recorded) of \(drawn) recorded")
            #expect(recorded > 0, "\(kind.name) was never recorded")
        }
        #expect(drawn.values.reduce(0, +) - recorded.values.reduce(0, +) >= 100)
        #expect(batches > 0)
    }
}
