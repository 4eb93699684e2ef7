package import Coordinates
import Foundation
import TestSupport

/// The files of a closed ledger, to be written to other directories.
package struct LedgerCopy: Sendable {
    package let now: Timestamp
    let commandCount: Int
    private let files: [String: Data]

    init(of directory: TemporaryDirectory, now: Timestamp, commandCount: Int) throws {
        self.now = now
        self.commandCount = commandCount
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: directory.path)
        where name.hasSuffix("data.mdb") && !name.contains("current/") {
            files[name] = try Data(contentsOf: URL(filePath: directory.path + "/" + name))
        }
        self.files = files
    }

    /// The newest generation of the views becomes the current one.
    func write(to directory: TemporaryDirectory) throws {
        for (name, bytes) in files {
            let file = URL(filePath: directory.path + "/" + name)
            let folder = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try bytes.write(to: file)
            if name.hasPrefix("views/") {
                try FileManager.default.createSymbolicLink(
                    atPath: directory.path + "/views/current",
                    withDestinationPath: folder.lastPathComponent)
            }
        }
    }
}
