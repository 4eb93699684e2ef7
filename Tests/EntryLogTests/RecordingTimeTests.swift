import Coordinates
import EntryLog
import LogSupport
import TestSupport
import Testing

@Suite struct RecordingTimeTests {
    static let tolerance: Int64 = 5 * 60 * 1000

    @Test(
        "By the clock, time stands still while it is a little behind, and never goes back",
        arguments: [
            (ahead: 1, gets: 1), (86_400_000, 86_400_000), (0, 0), (-1, 0),
            (-tolerance, 0), (-tolerance - 1, nil), (-86_400_000, nil),
        ] as [(Int64, Int64?)], [false, true])
    func clock(_ row: (ahead: Int64, gets: Int64?), isRehearsal: Bool) throws {
        try withLog(isRehearsal: isRehearsal) { bench in
            let now = Timestamp.founded.adding(milliseconds: row.ahead)
            let head = try bench.head
            let admitted = Result { try bench.log.admit(.clock(now), on: head) }
            if let gets = row.gets {
                #expect(try admitted.get() == .founded.adding(milliseconds: gets))
            } else {
                #expect(throws: EntryLogError.clockBehind(now: now, last: .founded)) {
                    try admitted.get()
                }
            }
        }
    }

    static let day: Int64 = 86_400_000

    @Test(
        "A clock that has gone on for long, since the ledger was last seen to, is not believed unasked",
        arguments: [
            (ahead: 31 * day, limit: RecordingTime.stepLimitMilliseconds, seen: nil, isTaken: true),
            (31 * day + 1, RecordingTime.stepLimitMilliseconds, nil, false),
            (31 * day + 1, RecordingTime.stepLimitMilliseconds, 1, true),
            (31 * day + 1, nil, nil, true),
            (day + 1, RecordingTime.stepLimitMilliseconds, nil, true),
            (day + 1, RecordingTime.unsynchronisedStepLimitMilliseconds, nil, false),
            (day + 1, RecordingTime.unsynchronisedStepLimitMilliseconds, 1, true),
            (95 * 365 * day, RecordingTime.stepLimitMilliseconds, 1, false),
        ] as [(Int64, Int64?, Int64?, Bool)], [false, true])
    func step(
        _ row: (ahead: Int64, limit: Int64?, seen: Int64?, isTaken: Bool), isRehearsal: Bool
    ) throws {
        try withLog(isRehearsal: isRehearsal) { bench in
            let now = Timestamp.founded.adding(milliseconds: row.ahead)
            let seen = row.seen.map { Timestamp.founded.adding(milliseconds: $0) }
            let head = try bench.head
            let admitted = Result {
                try bench.log.admit(
                    .clock(now, stepLimitMilliseconds: row.limit), on: head, seen: { seen })
            }
            if row.isTaken || isRehearsal {
                #expect(try admitted.get() == now)
            } else {
                #expect(throws: EntryLogError.clockAhead(now: now, seen: seen ?? .founded)) {
                    try admitted.get()
                }
            }
        }
    }

    @Test("A clock that shows what no log can hold is refused", arguments: [-1, .max] as [Int64])
    func outOfRange(milliseconds: Int64) throws {
        try withLog { bench in
            let now = Timestamp(milliseconds: milliseconds)
            let head = try bench.head
            #expect(throws: EntryLogError.clockOutOfRange(now)) {
                try bench.log.admit(.clock(now, stepLimitMilliseconds: nil), on: head)
            }
        }
    }

    @Test("A rehearsal takes chosen times, forward only", arguments: [0, 1, 1_000_000_000])
    func rehearsed(ahead: Int64) throws {
        try withLog(isRehearsal: true) { bench in
            let head = try bench.head
            let time = Timestamp.founded.adding(milliseconds: ahead)
            #expect(try bench.log.admit(.rehearsed(time), on: head) == time)
            let earlier = Timestamp.founded.adding(milliseconds: -ahead - 1)
            #expect(throws: EntryLogError.rehearsedTimeGoesBack(earlier, last: .founded)) {
                try bench.log.admit(.rehearsed(earlier), on: head)
            }
        }
    }

    @Test("Only a rehearsal takes chosen times", arguments: [-1, 0, 1])
    func notARehearsal(ahead: Int64) throws {
        try withLog { bench in
            let time = Timestamp.founded.adding(milliseconds: ahead)
            #expect(throws: EntryLogError.notARehearsal) {
                try bench.log.admit(.rehearsed(time), on: bench.head)
            }
        }
    }

    @Test("An entry is not sealed with a time before the last one's")
    func sealedBackwards() async {
        await #expect(processExitsWith: .failure) {
            try withLog { bench in
                try bench.append(
                    contents(0..<1), recordedAt: .founded.adding(milliseconds: -1))
            }
        }
    }

    @Test(
        "A time that no log can hold is no RFC 3339 time here",
        arguments: [
            ("1970-01-01T00:00:00Z", true), ("1970-01-01T00:30:00+01:00", false),
            ("9999-12-30T23:59:59.999Z", true), ("9999-12-31T00:00:00Z", false),
            ("9999-12-30T23:30:00-01:00", false), ("9999-12-31T23:30:00-01:00", false),
        ])
    func recordable(text: String, isRecordable: Bool) {
        #expect((Timestamp(rfc3339: text) != nil) == isRecordable)
    }
}
