import Coordinates
import EntryLog
import LogSupport
import TestSupport
import Testing

@Suite struct TimeSearchTests {
    @Test("The last entry recorded by a time is found as by a scan", arguments: 0..<4)
    func lastPosition(round: Int) throws {
        var generator = SeededGenerator(announcing: "time search, round \(round)")
        try withLog { bench in
            var times = [Timestamp.founded]
            while times.count < 40 + round {
                // Often the same time again, within a command and between commands.
                let step = Int64.random(in: 0...3, using: &generator)
                let time = times[times.count - 1].adding(milliseconds: step)
                let count = Int.random(in: 1...3, using: &generator)
                try bench.append(contents(0..<UInt64(count)), recordedAt: time)
                times += Array(repeating: time, count: count)
            }
            try bench.log.read { log in
                // A void entry's time says nothing: it counts as recorded with the one before it.
                let voids = Set(
                    times.indices.dropFirst().filter { _ in
                        Int.random(in: 0..<3, using: &generator) == 0
                    })
                let span = times[times.count - 1].milliseconds - times[0].milliseconds
                for offset in -2...span + 2 {
                    let time = Timestamp.founded.adding(milliseconds: offset)
                    let late = times.indices.first { !voids.contains($0) && times[$0] > time }
                    let scanned = TreeSize(UInt64(late ?? times.count)).last
                    let found = try log.lastPosition(recordedBy: time) { position in
                        var dated = Int(position.index)
                        while voids.contains(dated) { dated -= 1 }
                        return times[dated]
                    }
                    #expect(found == scanned, "seed \(generator.seed), \(offset) ms")
                }
            }
        }
    }
}
