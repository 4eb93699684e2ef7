import Coordinates
import EntryLog
import Files
import Foundation
import LogSupport
import Synchronization
import TestSupport
import Testing
import TransparencyLog
import Witnessing

@Suite("What a witness remembers")
struct WitnessMemoryTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private static let originHash = Witness.hash(ofOrigin: Founding.example().origin)

    private func size(_ memory: WitnessMemory) throws -> UInt64? {
        try memory.note(ofOriginHash: Self.originHash).map {
            try Checkpoint(text: $0.text).size.count
        }
    }

    @Test("What it cosigned, it knows when it is opened again, and does not go back behind")
    func reopened() throws {
        try withLog { bench in
            try bench.append((0..<9).map { [$0] })
            let first = try WitnessMemory(in: directory)
            #expect(try size(first) == nil)
            #expect(try first.answer(bench.submission(from: 0), at: 5).status == 200)
            #expect(try size(first) == 10)

            try bench.append([[1]])
            let again = try WitnessMemory(in: directory)
            let rollback = try bench.submission(from: 0, to: 4)
            #expect(try again.answer(rollback, at: 6) == .conflict(latest: TreeSize(10)))
            #expect(try again.answer(bench.submission(from: 10), at: 7).status == 200)
            #expect(try again.answer(bench.submission(from: 10), at: 8).status == 409)
            #expect(try size(again) == 11)
        }
    }

    @Test("A log that went on otherwise is not cosigned, whatever size it says it comes from")
    func forked() throws {
        try withLog { bench in
            try bench.append([[1], [2]])
            let memory = try WitnessMemory(in: directory)
            #expect(try memory.answer(bench.submission(from: 0), at: 5).status == 200)
            try withLog { fork in
                try fork.append([[1], [3], [4]])
                #expect(try memory.answer(fork.submission(from: 0), at: 6).status == 409)
                #expect(try memory.answer(fork.submission(from: 3), at: 6) == .inconsistent)
                let sameSize = try fork.submission(from: 3, to: 3)
                #expect(try memory.answer(sameSize, at: 6) == .inconsistent)
            }
            #expect(try size(memory) == 3)
        }
    }

    @Test("Of requests at one time, none takes back what another got")
    func race() async throws {
        let submissions = Mutex<[[UInt8]]>([])
        try withLog { bench in
            try bench.append((0..<20).map { [$0] })
            for size in 1...21 as ClosedRange<UInt64> {
                try submissions.withLock { $0.append(try bench.submission(from: 0, to: size)) }
            }
        }
        for _ in 0..<20 {
            let directory = try TemporaryDirectory()
            let memory = try WitnessMemory(in: directory)
            let bodies = submissions.withLock { $0.shuffled() }
            let answers = try await withThrowingTaskGroup(of: WitnessAnswer.self) { group in
                for body in bodies {
                    // Each as another process would have it.
                    group.addTask { try WitnessMemory(in: directory).answer(body, at: 9) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let cosigned = answers.compactMap { answer in
                if case .cosigned(let cosigned) = answer { cosigned } else { nil }
            }
            try #require(cosigned.count == 1)
            let winner = cosigned[0].checkpoint.size
            #expect(answers.filter { $0 == .conflict(latest: winner) }.count == 20)
            #expect(try size(memory) == winner.count)
        }
    }

    @Test("Nothing is cosigned by a witness whose memory is damaged or another's")
    func unsound() throws {
        try withLog { bench in
            let memory = try WitnessMemory(in: directory)
            #expect(try memory.answer(bench.submission(from: 0), at: 5).status == 200)
            let other = try WitnessMemory(in: directory, key: .checkpoints)
            #expect(throws: UnsoundMemory.self) {
                try other.answer(bench.submission(from: 1), at: 6)
            }
            let file = "\(directory.path)/checkpoints/\(Self.originHash)"
            try WholeFile.write(Array("nothing".utf8), to: file)
            let error = UnsoundMemory(path: file)
            #expect(throws: error) { try memory.answer(bench.submission(from: 1), at: 6) }
            #expect(throws: error) { try memory.note(ofOriginHash: Self.originHash) }
            #expect(try WholeFile.read(file) == Array("nothing".utf8))
        }
    }

    @Test(
        "What cannot be kept is not cosigned",
        .enabled(if: SmallDisk.canBeMounted, "needs to mount a disk of its own"))
    func fullDisk() throws {
        let disk = try #require(try SmallDisk(at: directory.path + "/checkpoints"))
        try withLog { bench in
            let memory = try WitnessMemory(in: directory)
            disk.fill()
            #expect(throws: FileFailure.self) {
                try memory.answer(bench.submission(from: 0), at: 5)
            }
            #expect(try size(memory) == nil)
            disk.makeRoom()
            #expect(try memory.answer(bench.submission(from: 0), at: 6).status == 200)
        }
    }
}
