import Annexes
import Crypto
import Foundation
import TestSupport
import Testing

/// Runs a test on a ledger's directory without annexes, and afterwards checks whatever is stored.
func withAnnexes(_ body: (AnnexBench) throws -> Void) throws {
    let ledger = try TemporaryDirectory()
    let bench = try AnnexBench(ledger: ledger.path)
    try body(bench)
    try bench.expectWhole()
}

/// A folder of annexes in a ledger's directory, and a directory for their sources.
struct AnnexBench {
    let ledger: String
    let folder: String
    let annexes: AnnexFolder
    private let sources: TemporaryDirectory

    init(ledger: String) throws {
        self.ledger = ledger
        folder = ledger + "/annexes"
        annexes = AnnexFolder(path: folder)
        sources = try TemporaryDirectory()
    }

    /// A path for a source that is not there yet.
    func source(_ name: String) -> String { sources.path + "/" + name }

    /// A new source. What lies there already is replaced in place, not by another file.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String = "bilaga.pdf") throws -> String {
        try Data(bytes).write(to: URL(filePath: source(name)))
        return source(name)
    }

    /// What lies in the ledger's directory itself.
    var ledgerNames: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: ledger) }
    }

    /// What lies below `annexes/`, folders and the lock left out.
    var fileNames: [String] {
        get throws {
            try FileManager.default.subpathsOfDirectory(atPath: folder)
                .filter {
                    try $0 != "lock"
                        && attributes(folder + "/" + $0)[.type] as? FileAttributeType
                            != .typeDirectory
                }
                .sorted()
        }
    }

    func mode(of path: String) throws -> Int? { try attributes(path)[.posixPermissions] as? Int }

    /// What tells a file from another that took its place.
    func number(of path: String) throws -> UInt64? {
        try attributes(path)[.systemFileNumber] as? UInt64
    }

    private func attributes(_ path: String) throws -> [FileAttributeKey: Any] {
        try FileManager.default.attributesOfItem(atPath: path)
    }

    /// Each file is an annex, as the format has it, and none is a draft.
    func expectWhole() throws {
        guard FileManager.default.fileExists(atPath: folder) else { return }
        #expect(try mode(of: folder) == 0o700)
        for name in try fileNames {
            let path = folder + "/" + name
            let bytes = try Data(contentsOf: URL(filePath: path))
            let digest = Array(SHA256.hash(data: bytes))
            #expect(name == "\(digest.hex.prefix(2))/\(digest.hex)")
            #expect(annexes.path(of: digest) == path)
            #expect(annexes.problem(with: digest, byteCount: UInt64(bytes.count)) == nil)
            #expect(try mode(of: path) == 0o400)
            #expect(try mode(of: folder + "/" + name.prefix(2)) == 0o700)
        }
    }
}

extension AnnexFolder {
    /// What is wrong with an annex that had been stored.
    func problem(with annex: StoredAnnex) -> AnnexProblem? {
        problem(with: annex.digest, byteCount: annex.byteCount)
    }
}
