package import Failures
import Files
import Glibc

/// What opens a locked key: any bytes but none, and no more than 1,024.
package struct Passphrase: Hashable, Sendable {
    package static let byteLimit = 1024
    let bytes: [UInt8]

    package init?(_ bytes: [UInt8]) {
        guard (1...Self.byteLimit).contains(bytes.count) else { return nil }
        self.bytes = bytes
    }

    /// The first line of a file that nobody else can touch.
    package init(firstLineOf path: String) throws(PassphraseFileError) {
        let file: SecretFile
        do {
            file = try SecretFile(reading: path)
        } catch {
            throw error.errno == ENOENT ? .missing(path) : .failed(path, errno: error.errno)
        }
        guard file.othersMode == 0 else { throw .looseMode(path, mode: file.mode) }
        let line = file.bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard let passphrase = Passphrase(Array(line)) else { throw .noPassphrase(path) }
        self = passphrase
    }
}

package enum PassphraseFileError: Error, Hashable, Sendable {
    case missing(String)
    /// Others than the owner can read or write the file.
    case looseMode(String, mode: UInt32)
    /// The first line is empty or too long.
    case noPassphrase(String)
    case failed(String, errno: Int32)
}

extension PassphraseFileError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .missing: .notPermitted("no-passphrase-file")
        case .looseMode: .notPermitted("loose-passphrase-file")
        case .noPassphrase: .refused("no-passphrase")
        case .failed(_, let code): .system(code)
        }
    }
}
