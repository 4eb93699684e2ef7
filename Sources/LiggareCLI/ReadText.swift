import FoundationEssentials
import Glibc

/// A file that was to be read, and why it was not.
enum FileError: Error {
    case missing(String)
    case unreadable(String, reason: String)
    case notUTF8(String)
}

/// The text of a UTF-8 file, without a byte order mark.
func readText(_ path: String) throws(FileError) -> String {
    guard let text = String(validating: try readBytes(path), as: UTF8.self) else {
        throw .notUTF8(path)
    }
    return text.first == "\u{feff}" ? String(text.dropFirst()) : text
}

func readBytes(_ path: String) throws(FileError) -> [UInt8] {
    guard access(path, F_OK) == 0 else { throw .missing(path) }
    guard let data = FileManager.default.contents(atPath: path) else {
        var status = stat()
        let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        throw .unreadable(
            path, reason: isFolder ? "it is a folder" : String(cString: strerror(errno)))
    }
    return Array(data)
}
