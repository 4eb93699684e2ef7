import CBOR
import Coordinates
import EntryLog
import Handlingsplan
import LogSupport
import PlanLog
import TestSupport
import Testing

@Suite struct ReplayTests {
    @Test("The acts of a range are handed over in order, as they were recorded")
    func order() throws {
        try withLog { bench in
            let acts = Event.examples.filter { $0.facts.corrects == nil }.map {
                Act(effective: day("2014-05-20"), events: [$0])
            }
            for (index, act) in acts.enumerated() {
                try bench.append(
                    [act.encoded], recordedAt: .founded.adding(milliseconds: Int64(index / 2)))
            }
            let end = Position(UInt64(acts.count) + 1)
            let all = acts.enumerated().map { index, act in
                RecordedAct(
                    position: Position(UInt64(index) + 1),
                    recordedAt: .founded.adding(milliseconds: Int64(index / 2)), act: act)
            }
            #expect(try bench.replayed(Position(1)..<end) == all)
            #expect(try bench.replayed(Position(4)..<Position(6)) == Array(all[3..<5]))
            #expect(try bench.replayed(end..<end).isEmpty)
        }
    }

    @Test("Replay ends where its reader throws")
    func thrown() throws {
        struct Enough: Error {}
        try withLog { bench in
            try bench.record([], [], [])
            var seen = 0
            #expect(throws: Enough.self) {
                try bench.log.read { log in
                    try forEachAct(
                        in: Position(1)..<Position(4), of: log, passing: VoidEntries()
                    ) { _ in
                        seen += 1
                        if seen == 2 { throw Enough() }
                    }
                }
            }
            #expect(seen == 2)
        }
    }

    /// For each entry from position 1 on: what it corrects, and which it then turns.
    static let corrections: [(claim: String, corrects: [[UInt64]], turned: [[UInt64]])] = [
        ("a correction turns what it corrects", [[], [1]], [[], [1]]),
        (
            "a correction of a correction turns that, and back what it had turned",
            [[], [1], [2]], [[], [1], [2, 1]]
        ),
        (
            "a correction of that turns all three",
            [[], [1], [2], [3]], [[], [1], [2, 1], [3, 2, 1]]
        ),
        (
            "other entries between are left alone", [[], [], [1], [], [3]],
            [[], [], [1], [], [3, 1]]
        ),
        (
            "an act with two corrections turns both, and a correction of it both again",
            [[], [], [1, 2], [3]], [[], [], [1, 2], [3, 1, 2]]
        ),
    ]

    @Test("What an act turns", arguments: corrections)
    func turned(_ row: (claim: String, corrects: [[UInt64]], turned: [[UInt64]])) throws {
        try withLog { bench in
            let acts = row.corrects.map(Act.correcting)
            try bench.append(acts.map(\.encoded))
            let end = Position(UInt64(acts.count) + 1)
            let turned = try bench.replayed(Position(1)..<end).map(\.turned)
            let expected = row.turned.map { positions in
                positions.map { TurnedAct(position: Position($0), act: acts[Int($0) - 1]) }
            }
            #expect(turned == expected, "\(row.claim)")
        }
    }

    @Test("An annulment turns what it annuls, as a correction does")
    func annulled() throws {
        try withLog { bench in
            let decision = Act.correcting([])
            let annulment = Act(
                effective: day("2014-05-20"),
                events: [.decisionAnnulled(Position(1), reason: "Upphävt")])
            try bench.append([decision, annulment, .correcting([2])].map(\.encoded))
            let turned = try bench.replayed(Position(2)..<Position(4)).map(\.turned)
            let first = TurnedAct(position: Position(1), act: decision)
            let second = TurnedAct(position: Position(2), act: annulment)
            #expect(turned == [[first], [second, first]])
        }
    }

    @Test("Correcting itself or a later entry is damage", arguments: [2, 3, 4])
    func impossible(target: UInt64) throws {
        try withLog { bench in
            try bench.record([], [target], [])
            let error = EntryLogError.damagedEntry(
                Position(2), "it is not an act: entry 2 corrects entry \(target)")
            #expect(throws: error) { try bench.replayed(Position(1)..<Position(4)) }
            #expect(try bench.replayed(Position(3)..<Position(4)).count == 1)
        }
    }

    @Test(
        "An entry that is no act is damage at its position",
        arguments: [
            true.encoded, [UInt8](hex: "a2 01 d864193f52 05 80"),
            // Of a kind that the format does not have.
            [UInt8](hex: "a2 01 d864193f52 05 81 83 1863 01 a0"),
        ])
    func noAct(content: [UInt8]) throws {
        try withLog { bench in
            try bench.record([], [])
            try bench.append([content])
            let error = #expect(throws: EntryLogError.self) {
                try bench.replayed(Position(1)..<Position(4))
            }
            guard case .damagedEntry(Position(3), _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }
}

extension LogBench {
    /// Appends acts, each of which corrects the entries given.
    fileprivate func record(_ corrections: [UInt64]...) throws {
        try append(corrections.map { Act.correcting($0).encoded })
    }

    func replayed(_ positions: Range<Position>) throws -> [RecordedAct] {
        var acts: [RecordedAct] = []
        try log.read {
            try forEachAct(in: positions, of: $0, passing: VoidEntries()) { acts.append($0) }
        }
        return acts
    }
}

extension Act {
    /// An act that corrects these entries; with none, one that corrects nothing.
    fileprivate static func correcting(_ positions: [UInt64]) -> Act {
        let corrections = positions.map { Event.entryCorrected(Position($0), reason: "Skrivfel") }
        return Act(
            effective: day("2014-05-20"),
            events: [.actionClosed(ActionNumber(1))] + corrections)
    }
}
