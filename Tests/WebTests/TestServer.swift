import Foundation

/// A web server of a test's own, that answers one request after the other.
final class TestServer: Sendable {
    struct Request: Sendable {
        let method: String
        let path: String
        let body: String
    }

    let url: String
    private let listener: Int32

    /// - Parameter answer: all that is sent, the head included; nil to stay silent.
    init(_ answer: @escaping @Sendable (Request) -> String?) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        url = "http://127.0.0.1:\(try Self.freePort(for: listener))"
        Thread.detachNewThread {
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                if let said = Self.request(from: connection).flatMap(answer) {
                    _ = send(connection, said, said.utf8.count, Int32(MSG_NOSIGNAL))
                    close(connection)
                }
            }
        }
    }

    // This also ends the wait for a connection.
    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    static func answer(_ status: String, _ body: String, head: String = "") -> String {
        "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\(head)"
            + "\r\n\(body)"
    }

    private static func freePort(for listener: Int32) throws -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutableBytes(of: &address) { bytes in
            let address = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress!
            return bind(listener, address, length) == 0 && listen(listener, 64) == 0
                && getsockname(listener, address, &length) == 0
        }
        guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
        return UInt16(bigEndian: address.sin_port)
    }

    private static func request(from connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = recv(connection, &chunk, chunk.count, 0), count > 0 {
            bytes += chunk.prefix(count)
            let parts = String(decoding: bytes, as: UTF8.self).split(
                separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let announced = parts[0].firstMatch(of: /Content-Length: (\d+)/).flatMap { Int($0.1) }
            guard parts[1].utf8.count >= announced ?? 0 else { continue }
            let words = parts[0].split(separator: " ")
            return Request(
                method: String(words[0]), path: String(words[1]), body: String(parts[1]))
        }
        return nil
    }
}
