import Annexes
import Foundation
import TestSupport
import Testing

@Suite("What cannot be an annex")
struct RefusalTests {
    @Test("A file that is not there is missing, and so is what a link to it leads to")
    func missing() throws {
        try withAnnexes { bench in
            let link = bench.source("link.pdf")
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: bench.source("nothing.pdf"))
            for source in [bench.source("nothing.pdf"), link] {
                try expect(.missing(source), for: source, in: bench)
            }
        }
    }

    @Test("A folder, a pipe and a device are no files, and none is waited for")
    func notFiles() throws {
        try withAnnexes { bench in
            let folder = bench.source("folder")
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: false)
            let pipe = bench.source("pipe")
            try #require(mkfifo(pipe, 0o600) == 0)
            for source in [folder, pipe, "/dev/zero"] {
                try expect(.unreadable(source, .notAFile), for: source, in: bench)
            }
        }
    }

    @Test("A file below another file cannot be read")
    func belowFile() throws {
        try withAnnexes { bench in
            let source = try bench.write([1, 2, 3]) + "/page"
            try expect(
                .unreadable(source, .system(errno: ENOTDIR)), for: source, in: bench)
        }
    }

    @Test("A file above the limit is refused, and one just within it is not")
    func limit() throws {
        try withAnnexes { bench in
            let limit = AnnexFolder.byteLimit
            let source = try bench.write([])
            try #require(truncate(source, Int(limit) + 1) == 0)
            try expect(
                .tooLarge(source, byteCount: limit + 1, limit: limit), for: source, in: bench)
            try #require(truncate(source, Int(limit)) == 0)
            let annex = try bench.annexes.digest(ofFileAt: source)
            #expect(annex.byteCount == limit)
            // As sha256sum has it for 1 GiB of zeros.
            #expect(
                annex.digest.hex
                    == "49bc20df15e412a64472421e13fe86ff1c5165e18b2afccf160d4dc19fe68a14")
        }
    }

    private func expect(
        _ error: AnnexError, for source: String, in bench: AnnexBench,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(throws: error, sourceLocation: sourceLocation) {
            try bench.annexes.digest(ofFileAt: source)
        }
        #expect(throws: error, sourceLocation: sourceLocation) {
            try bench.annexes.store(fileAt: source)
        }
        #expect(try bench.ledgerNames == [], sourceLocation: sourceLocation)
    }
}
