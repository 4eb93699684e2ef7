import Foundation

/// A disk in memory that is soon full. Unmounted when the test lets go of it.
package final class SmallDisk {
    private let path: String
    private var filler: String { path + "/filler" }

    /// Nil where the system does not let us mount.
    package init?(at path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false)
        self.path = path
        let isMounted = Self.succeeds(
            "mount", "-t", "tmpfs", "-o", "size=512k,mode=755", "liggare", path)
        if !isMounted { return nil }
    }

    deinit { _ = Self.succeeds("umount", path) }

    package func fill() {
        _ = FileManager.default.createFile(atPath: filler, contents: nil)
        guard let file = FileHandle(forWritingAtPath: filler) else { return }
        // The last write fails: then the disk is full.
        while (try? file.write(contentsOf: Data(count: 4096))) != nil {}
    }

    package func makeRoom() { try? FileManager.default.removeItem(atPath: filler) }

    package static let canBeMounted: Bool = {
        let path = FileManager.default.temporaryDirectory.appending(path: "liggare-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        return (try? SmallDisk(at: path)) != nil
    }()

    private static func succeeds(_ command: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
