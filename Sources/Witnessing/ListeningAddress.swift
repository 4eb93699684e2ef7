import Glibc

/// A numeric address, in brackets if it is one of IPv6, and a port: `127.0.0.1:8080`, `[::1]:80`.
package struct ListeningAddress: CustomStringConvertible {
    package let host: String
    package let port: UInt16

    package init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { return nil }
        let host = text[..<colon]
        var address = in6_addr()
        if host.hasPrefix("["), host.hasSuffix("]") {
            self.host = String(host.dropFirst().dropLast())
            guard inet_pton(AF_INET6, self.host, &address) == 1 else { return nil }
        } else {
            self.host = String(host)
            guard inet_pton(AF_INET, self.host, &address) == 1 else { return nil }
        }
        self.port = port
    }

    package var description: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
}
