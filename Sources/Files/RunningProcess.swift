import Glibc

/// A process of this machine, as people know it.
package struct RunningProcess: Hashable, Sendable, CustomStringConvertible {
    package let id: Int32
    /// The name of its program, cut off at 15 bytes by the system; nil of one that has ended.
    package let program: String?

    package init(_ id: Int32) {
        self.id = id
        program = Self.lines(of: "/proc/\(id)/comm")?.first
    }

    package var description: String { "process \(id)" + (program.map { " (\($0))" } ?? "") }

    /// Who has the lock on an open file; nil where nobody does, or the system does not tell.
    static func holdingLock(on descriptor: Int32) -> RunningProcess? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, let locks = lines(of: "/proc/locks") else {
            return nil
        }
        let place = ":\(status.st_ino)"
        // proc_locks(5): `1: FLOCK ADVISORY WRITE 708 08:02:1234 0 EOF`, device and inode sixth.
        for line in locks {
            let words = line.split(separator: " ")
            guard words.count >= 6, words[1] == "FLOCK", words[5].hasSuffix(place),
                let id = Int32(words[4]), id > 0
            else { continue }
            return RunningProcess(id)
        }
        return nil
    }

    private static func lines(of path: String) -> [String]? {
        guard let bytes = try? WholeFile.read(path) else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
