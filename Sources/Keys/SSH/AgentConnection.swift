import Files
import Glibc

/// A connection to an agent's socket, which is closed with the value. It waits for so long in all and
/// no longer, and takes no more than an agent may send.
struct AgentConnection: ~Copyable {
    /// As in OpenSSH.
    static let messageByteLimit = 256 * 1024

    private let descriptor: Int32
    private let path: String
    private let timeoutSeconds: Int
    private let deadline: ContinuousClock.Instant

    init(to path: String, timeoutSeconds: Int) throws(AgentError) {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        descriptor = socket(AF_UNIX, type, 0)
        self.path = path
        self.timeoutSeconds = timeoutSeconds
        deadline = .now + .seconds(timeoutSeconds)
        guard descriptor >= 0 else { throw .failed(path, errno: errno) }
        guard var address = sockaddr_un(path: path) else {
            throw .failed(path, errno: ENAMETOOLONG)
        }
        try waitNoLonger()
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0 else { throw failure(errno) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func send(_ message: [UInt8]) throws(AgentError) {
        guard message.count <= Self.messageByteLimit else {
            throw .tooLarge(byteCount: message.count)
        }
        var rest: [UInt8] = []
        rest.append(wireString: message)
        while !rest.isEmpty {
            let count = try withinTime {
                Glibc.send(descriptor, rest, rest.count, Int32(MSG_NOSIGNAL))
            }
            rest.removeFirst(count)
        }
    }

    func receive() throws(AgentError) -> [UInt8] {
        let count = try receive(4).reduce(0) { $0 << 8 | Int($1) }
        guard (1...Self.messageByteLimit).contains(count) else { throw .malformed(path) }
        return try receive(count)
    }

    private func receive(_ count: Int) throws(AgentError) -> [UInt8] {
        var received: [UInt8] = []
        var part = [UInt8](repeating: 0, count: count)
        while received.count < count {
            let partCount = try withinTime {
                recv(descriptor, &part, count - received.count, 0)
            }
            // It closed the connection in the middle.
            guard partCount > 0 else { throw .malformed(path) }
            received += part.prefix(partCount)
        }
        return received
    }

    private func withinTime(_ call: () -> Int) throws(AgentError) -> Int {
        try waitNoLonger()
        let count = uninterrupted(call)
        guard count >= 0 else { throw failure(errno) }
        return count
    }

    /// Lets the next call wait until the deadline: an agent that sends a byte now and then would else
    /// be waited for for ever.
    private func waitNoLonger() throws(AgentError) {
        let left = deadline - .now
        guard left > .zero else { throw failure(EAGAIN) }
        // A timeout of zero would be none.
        let microseconds = max(1000, Int(left / .microseconds(1)))
        var timeout = timeval(
            tv_sec: microseconds / 1_000_000, tv_usec: microseconds % 1_000_000)
        let length = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, length)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, length)
    }

    private func failure(_ code: Int32) -> AgentError {
        code == EAGAIN || code == EINPROGRESS
            ? .timedOut(path, seconds: timeoutSeconds) : .failed(path, errno: code)
    }
}

extension sockaddr_un {
    /// Nil where the path is too long for an address.
    init?(path: String) {
        self.init()
        sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &sun_path) { room in
            guard path.utf8.count < room.count else { return false }
            room.copyBytes(from: path.utf8)
            return true
        }
        guard fits else { return nil }
    }
}
