import Files
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

/// The bytes of a file, or up to its end of a pipe that a shell hands over.
func readBytes(_ path: String) throws(FileError) -> [UInt8] {
    let bytes: [UInt8]?
    do {
        bytes = try WholeFile.read(path, acceptingPipes: true)
    } catch {
        let reason =
            switch error.errno {
            case EISDIR: "it is a folder"
            case FileFailure.notAFile: "it is not a file but a pipe or a device"
            case EFBIG: "it is longer than 1 GiB"
            case let code: String(cString: strerror(code))
            }
        throw .unreadable(path, reason: reason)
    }
    guard let bytes else { throw .missing(path) }
    return bytes
}
