package import Failures
import Files
import Glibc
import Web

/// Where published files are read from.
package enum PublishedSource: Sendable {
    case directory(String)
    /// An address, without a slash at its end, and a folder of our own to fetch into.
    case server(String, folder: String)

    /// - Parameters:
    ///   - place: a directory, or an address that begins with `http://` or `https://`.
    ///   - folder: where files may be put for a moment.
    package init(_ place: String, fetchingInto folder: String) {
        let isAddress = ["http://", "https://"].contains { place.hasPrefix($0) }
        let trimmed = place.hasSuffix("/") ? String(place.dropLast()) : place
        self = isAddress ? .server(trimmed, folder: folder) : .directory(trimmed)
    }

    /// The directory or the address.
    var place: String {
        switch self {
        case .directory(let place), .server(let place, _): place
        }
    }

    /// The bytes of files below it, in the order of their names; nil for one that is not there.
    /// - Throws: `UnsoundFile` for one that is longer than the limit; `RefusedByServer`;
    ///   `FileFailure`; what fetching throws.
    func read(_ names: [String], byteLimit: Int) throws -> [[UInt8]?] {
        switch self {
        case .directory(let path):
            return try names.map { name -> [UInt8]? in
                do {
                    return try WholeFile.read("\(path)/\(name)", byteLimit: byteLimit)
                } catch let failure as FileFailure where failure.errno == EFBIG {
                    throw UnsoundFile(name: name, detail: "it is longer than it can be")
                }
            }
        case .server(let address, let folder):
            try Folder.make(folder, for: .owner)
            let files = names.indices.map { "\(folder)/fetched-\($0)" }
            defer { for file in files { WholeFile.remove(file) } }
            var limits = Curl.Limits()
            limits.byteCount = byteLimit
            let statuses = try Curl.get(
                zip(names, files).map { (url: "\(address)/\($0)", path: $1) }, limits: limits)
            return try names.indices.map { index -> [UInt8]? in
                switch statuses[index] {
                case 200: try WholeFile.read(files[index], byteLimit: byteLimit)
                case 404, 410: nil
                case let status:
                    throw RefusedByServer(url: "\(address)/\(names[index])", status: status)
                }
            }
        }
    }
}

/// A server answered neither with a file nor that it has none.
package struct RefusedByServer: Error, Hashable, Sendable {
    package let url: String
    package let status: Int
}

extension RefusedByServer: Failing {
    package var failureKind: FailureKind { .storage("refused-by-server") }
}
