import Annexes
import Foundation
import TestSupport
import Testing

@Suite("Auditing annexes")
struct AuditTests {
    /// What can happen to a stored file, with what is then wrong with it.
    enum Damage: CaseIterable {
        case changed, cutOff, grown, emptied, turnedIntoFolder, turnedIntoLink

        static let before: [UInt8] = [1, 2, 3]

        func happen(to path: String) throws {
            let files = FileManager.default
            try files.removeItem(atPath: path)
            switch self {
            case .changed: try Data([1, 2, 4]).write(to: URL(filePath: path))
            case .cutOff: try Data([1, 2]).write(to: URL(filePath: path))
            case .grown: try Data([1, 2, 3, 4]).write(to: URL(filePath: path))
            case .emptied: try Data().write(to: URL(filePath: path))
            case .turnedIntoFolder:
                try files.createDirectory(atPath: path, withIntermediateDirectories: false)
            case .turnedIntoLink:
                try files.createSymbolicLink(atPath: path, withDestinationPath: "elsewhere")
            }
        }

        var problem: AnnexProblem {
            switch self {
            case .changed:
                .differs(
                    actual: [UInt8](
                        hex: "d4b29a968c40173638ded8d174c86957afa211be479cee020dba5dfe127d91ca"))
            case .cutOff: .wrongSize(actual: 2)
            case .grown: .wrongSize(actual: 4)
            case .emptied: .wrongSize(actual: 0)
            case .turnedIntoFolder: .unreadable(.notAFile)
            case .turnedIntoLink: .unreadable(.system(errno: ELOOP))
            }
        }

        func error(_ path: String) -> AnnexError {
            if case .unreadable(let failure) = problem { return .unreadable(path, failure) }
            return .damaged(path)
        }
    }

    @Test(
        "Damage is told, never written over, and mended by removing the file and storing again",
        arguments: Damage.allCases)
    func damage(_ damage: Damage) throws {
        try withAnnexes { bench in
            let source = try bench.write(Damage.before)
            let annex = try bench.annexes.store(fileAt: source)
            let path = bench.annexes.path(of: annex.digest)
            try damage.happen(to: path)
            for _ in 0..<2 {
                #expect(bench.annexes.problem(with: annex) == damage.problem)
                #expect(throws: damage.error(path)) { try bench.annexes.store(fileAt: source) }
            }
            #expect(bench.annexes.strays(besides: [annex.digest]) == [])
            try FileManager.default.removeItem(atPath: path)
            #expect(try bench.annexes.store(fileAt: source) == annex)
        }
    }

    @Test("An annex that was removed is missing until it is stored again")
    func missing() throws {
        try withAnnexes { bench in
            let source = try bench.write([1, 2, 3])
            let annex = try bench.annexes.digest(ofFileAt: source)
            #expect(bench.annexes.problem(with: annex) == .missing)
            _ = try bench.annexes.store(fileAt: source)
            #expect(bench.annexes.problem(with: annex) == nil)
            try FileManager.default.removeItem(atPath: bench.annexes.path(of: annex.digest))
            #expect(bench.annexes.problem(with: annex) == .missing)
            _ = try bench.annexes.store(fileAt: source)
            #expect(bench.annexes.problem(with: annex) == nil)
        }
    }

    @Test("A whole file whose size was told wrong has the wrong size")
    func toldWrong() throws {
        try withAnnexes { bench in
            let annex = try bench.annexes.store(fileAt: bench.write([1, 2, 3]))
            #expect(
                bench.annexes.problem(with: annex.digest, byteCount: 4) == .wrongSize(actual: 3))
        }
    }

    @Test("Where nothing is stored, nothing is astray")
    func empty() throws {
        try withAnnexes { bench in
            #expect(bench.annexes.strays(besides: []) == [])
            #expect(bench.annexes.strays(besides: [[UInt8](repeating: 0, count: 32)]) == [])
        }
    }

    @Test("Files that nobody names are astray, wherever they lie in the folder")
    func strays() throws {
        try withAnnexes { bench in
            let named = try bench.annexes.store(fileAt: bench.write([1, 2, 3]))
            let unnamed = try bench.annexes.store(fileAt: bench.write(Array("abc".utf8)))
            let name = "ba/" + unnamed.digest.hex
            #expect(bench.annexes.strays(besides: [named.digest, unnamed.digest]) == [])
            #expect(bench.annexes.strays(besides: [named.digest]) == [name])

            // Its name alone is not enough: it must lie in its own folder, too.
            let others = ["00/" + named.digest.hex, "ba/draft", "readme.txt"]
            try FileManager.default.createDirectory(
                atPath: bench.folder + "/00", withIntermediateDirectories: false)
            for other in others {
                try Data().write(to: URL(filePath: bench.folder + "/" + other))
            }
            #expect(
                bench.annexes.strays(besides: [named.digest]) == (others + [name]).sorted())
            for other in others {
                try FileManager.default.removeItem(atPath: bench.folder + "/" + other)
            }
        }
    }
}
