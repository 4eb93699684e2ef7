import Failures
import Files
import Reports

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
        throw .unreadable(error)
    }
    guard let bytes else { throw .missing(path) }
    return bytes
}
