import Glibc

/// A process that has a lock.
package struct LockHolder: Hashable, Sendable, CustomStringConvertible {
    package let process: Int32
    /// The name of its program, cut off at 15 bytes by the system.
    package let program: String?

    package var description: String {
        "process \(process)" + (program.map { " (\($0))" } ?? "")
    }

    /// Who has the lock on an open file; nil where nobody does, or the system does not tell.
    static func holding(_ descriptor: Int32) -> LockHolder? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, let locks = lines(of: "/proc/locks") else {
            return nil
        }
        let place = ":\(status.st_ino)"
        // proc_locks(5): `1: FLOCK ADVISORY WRITE 708 08:02:1234 0 EOF`, device and inode sixth.
        for line in locks {
            let words = line.split(separator: " ")
            guard words.count >= 6, words[1] == "FLOCK", words[5].hasSuffix(place),
                let process = Int32(words[4]), process > 0
            else { continue }
            return LockHolder(
                process: process, program: lines(of: "/proc/\(process)/comm")?.first)
        }
        return nil
    }

    private static func lines(of path: String) -> [String]? {
        guard let bytes = try? WholeFile.read(path) else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
