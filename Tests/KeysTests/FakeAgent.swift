import Foundation
import TestSupport
import Testing
import TransparencyLog

@testable import Keys

/// An agent in this process: listens on a socket of its own, and answers as it was told.
final class FakeAgent: Sendable {
    let path: String
    private let listener: Int32
    /// Lives for as long as the socket in it.
    private let directory: TemporaryDirectory

    /// - Parameters:
    ///   - dripping: whether what goes back does so byte by byte, ten in a second.
    ///   - answer: the bytes that go back for a message, length and all; nil to say nothing and keep
    ///     the connection open until the other side has closed it.
    init(
        in directory: TemporaryDirectory, dripping: Bool = false,
        answer: @escaping @Sendable ([UInt8]) -> [UInt8]?
    ) throws {
        self.directory = directory
        path = directory.path + "/agent"
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = try #require(sockaddr_un(path: path))
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0 && listen(listener, 4) == 0)
        Thread.detachNewThread { [listener] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else {
                    close(listener)
                    return
                }
                if dripping {
                    for byte in answer(Self.message(from: connection)) ?? [] {
                        guard send(connection, [byte], 1, Int32(MSG_NOSIGNAL)) == 1 else { break }
                        usleep(100_000)
                    }
                } else if let answer = answer(Self.message(from: connection)) {
                    _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
                } else {
                    var byte: UInt8 = 0
                    _ = recv(connection, &byte, 1, 0)
                }
                // A program that another test started meanwhile may have inherited it.
                shutdown(connection, Int32(SHUT_RDWR))
                close(connection)
            }
        }
    }

    /// An agent with these keys, which signs with each.
    convenience init(in directory: TemporaryDirectory, keys: [SigningKey]) throws {
        try self.init(in: directory) { message in
            Self.framed((try? Self.answer(to: message, with: keys)) ?? Self.failure)
        }
    }

    /// Wakes the thread, which closes the socket.
    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func message(from connection: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        while true {
            var reader = WireReader(bytes)
            if let message = try? reader.string() { return Array(message) }
            let count = recv(connection, &part, part.count, 0)
            guard count > 0 else { return [] }
            bytes += part.prefix(count)
        }
    }
}

// MARK: What an agent says

extension FakeAgent {
    static let failure: [UInt8] = [5]

    static func framed(_ message: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(wireString: message)
        return bytes
    }

    /// An answer with keys of any type.
    static func identities(_ blobs: [[UInt8]]) -> [UInt8] {
        var answer: [UInt8] = [12]
        answer.append(wire: UInt32(blobs.count))
        for blob in blobs {
            answer.append(wireString: blob)
            answer.append(wireString: Array("comment".utf8))
        }
        return answer
    }

    static func signed(_ signature: [UInt8], type: String = "ssh-ed25519") -> [UInt8] {
        var blob: [UInt8] = []
        blob.append(wireString: Array(type.utf8))
        blob.append(wireString: signature)
        var answer: [UInt8] = [14]
        answer.append(wireString: blob)
        return answer
    }

    private static func answer(
        to message: [UInt8], with keys: [SigningKey]
    ) throws -> [UInt8] {
        var reader = WireReader(message)
        switch try reader.byte() {
        case 11: return identities(keys.map(\.publicKey.openSSHBlob))
        case 13:
            let blob = Array(try reader.string())
            let data = Array(try reader.string())
            guard try reader.uint32() == 0, reader.isAtEnd,
                let key = keys.first(where: { $0.publicKey.openSSHBlob == blob })
            else { return failure }
            return signed(try key.signature(over: data))
        default: return failure
        }
    }
}
