import Foundation
import Testing

@Suite("What a command has of its surroundings")
struct SurroundingsTests {
    @Test("Where the standard streams are closed, no file of the ledger takes their places")
    func closedStreams() throws {
        let workplace = try Workplace()
        try workplace.found()
        let outcome = try workplace.shell(
            "strace -f -e trace=openat,open -o trace.txt liggare status 1 ongoing <&- >&- 2>&-")
        #expect(outcome.exitCode == 74)
        let trace = try String(contentsOfFile: workplace.path + "/trace.txt", encoding: .utf8)
        let given = trace.split(separator: "\n").filter { $0.contains("ledger/") }
            .compactMap { $0.split(separator: "= ").last.flatMap { Int($0) } }
        #expect(given.count > 2 && given.allSatisfy { !(0...2).contains($0) }, "\(trace)")
        #expect(try workplace.audit() == 5)
    }

    @Test(
        "A receipt that could not be printed names the position, so that it is not recorded twice")
    func unprinted() throws {
        let workplace = try Workplace()
        try workplace.found()
        for (end, cause) in [
            ("> /dev/full", "No space left on device"), (">&-", "Bad file descriptor"),
            ("| true", "Broken pipe"),
        ] {
            let size = try workplace.audit()
            let outcome = try workplace.shell(
                """
                { sleep 1; liggare status 1 ongoing 2> said.txt; echo $? > code.txt; } \(end); cat said.txt
                """)
            let code = try String(contentsOfFile: workplace.path + "/code.txt", encoding: .utf8)
            #expect(code == "74\n" || end == ">&-")
            let said = try String(contentsOfFile: workplace.path + "/said.txt", encoding: .utf8)
            #expect(
                said
                    == """
                    liggare: recorded at position \(size); it could not be printed: \(cause). Do not \
                    record it again: see it with liggare show \(size).

                    """, "\(outcome.errors)")
            #expect(try workplace.audit() == size + 1)
        }
    }

    @Test("Storage that ends before its time is told in a sentence, and is no crash")
    func cutShort() throws {
        let workplace = try Workplace()
        try workplace.found()
        for signal in ["BUS", "SEGV", "ABRT"] {
            let outcome = try workplace.shell(
                """
                strace -o trace.txt -e trace=fcntl -e inject=fcntl:signal=\(signal):when=4 \
                liggare status 1 ongoing
                """)
            #expect(outcome.exitCode == 74)
            #expect(
                outcome.errors.contains(
                    "liggare: the storage was read where it is damaged or was cut off"),
                "\(signal): \(outcome.errors)")
        }
    }

    @Test("A log that may not grow is told so, though nobody has asked to be spared the signal")
    func fileSizeSignal() throws {
        let workplace = try Workplace()
        try workplace.found()
        let blocks = try #require(workplace.logBytes).count / 512
        let outcome = try workplace.shell(
            """
            ulimit -f \(blocks)
            exec liggare status 1 ongoing --note "\(String(repeating: "lång ", count: 1300))"
            """)
        #expect(outcome.exitCode == 74)
        #expect(outcome.errors.contains("the disk is full"), "\(outcome.errors)")
        #expect(try workplace.audit() == 4)
    }

    @Test("Where there is no home, somebody is told that no old copy would be noticed")
    func noHome() throws {
        let workplace = try Workplace()
        try workplace.found()
        for command in ["board KS", "status 1 ongoing", "audit"] {
            let outcome = try workplace.shell("unset HOME; liggare " + command)
            #expect(outcome.exitCode == 0)
            #expect(
                outcome.errors
                    == """
                    liggare: there is no HOME, nor XDG_STATE_HOME, to remember in how far the ledger \
                    has come: an old copy in its place would go unnoticed.

                    """)
        }
    }

    @Test("Where too many files are open, that is said, and nothing is said of the ledger")
    func fewDescriptors() throws {
        let workplace = try Workplace()
        try workplace.found()
        for (limit, command) in (4...12).flatMap({ limit in
            ["board KS", "rebuild", "status 1 ongoing"].map { (limit, $0) }
        }) {
            let outcome = try workplace.shell("ulimit -n \(limit); exec liggare \(command)")
            #expect(
                [0, 74, 127].contains(outcome.exitCode),
                "\(limit), \(command): \(outcome.exitCode) \(outcome.errors)")
            #expect(!outcome.errors.contains("not known here"), "\(outcome.errors)")
            #expect(!outcome.errors.contains("auditor's copy"), "\(outcome.errors)")
        }
    }
}
