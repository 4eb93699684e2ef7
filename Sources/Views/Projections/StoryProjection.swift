package import Handlingsplan

/// A projection whose rows are the chronicles of one kind of things, each by its dense number.
package protocol StoryProjection: Projection where Row == Chronicle<Kind>, Content == Kind {
    associatedtype Kind: Story

    /// Every story that there is, in the order of their keys.
    static func stories<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [Kind]
}

extension StoryProjection {
    /// The key of a module's row where there is but one.
    package static var only: UInt64 { 1 }

    package static var isNumbered: Bool { true }

    package static func rows(of gathered: Gathered) -> Rows<Self>? { nil }

    package static func content<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [UInt64: Kind] {
        Dictionary(uniqueKeysWithValues: zip(UInt64(1)..., try stories(of: ledger)))
    }

    /// Whether a row's story is that of its key, and speaks of nothing but what there is.
    package static func isSound(_ row: Row, at key: UInt64, in counts: LedgerCounts) -> Bool {
        self.key(of: row.story.subject) == key && row.story.isCovered(by: counts)
    }

    /// The row that holds a subject's chronicle; nil for subjects of another kind.
    package static func key(of subject: Subject) -> UInt64? {
        subject.chronicle.flatMap { $0.module == Self.self ? $0.key : nil }
    }

    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for (event, facts) in zip(recorded.act.events, recorded.facts) {
            for key in facts.about.compactMap(key(of:)) {
                try rows.update(key) { row in
                    try Chronicle.record(event, at: recorded.stamp, in: &row)
                }
            }
        }
        for turned in recorded.turned {
            for key in Set(turned.act.events.flatMap(\.facts.about).compactMap(key(of:))) {
                try rows.update(key) { row in
                    row?.turn(itemsFrom: turned.position, at: recorded.position)
                }
            }
        }
    }

    package static func concern(ofDifferent rows: [[UInt8]], at key: UInt64) -> Concern? {
        ChronicleItem.firstDifference(rows).map { .entry($0.stamp.position) }
    }
}
