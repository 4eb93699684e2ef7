import Coordinates
package import TransparencyLog

/// What entry 0 says: which ledger this is, and who founded it.
package struct Founding: Hashable, Sendable {
    package let name: String
    /// A DNS-like name that no other log has; the origin of the log's checkpoints (C2SP).
    package let origin: String
    /// The IANA name of the zone whose days the ledger's dates are.
    package let timeZone: String
    /// The key of the first steward.
    package let founder: PublicKey
    /// The ledger's own key, which signs its checkpoints and nothing else.
    package let checkpointKey: PublicKey
    /// A rehearsal lets its recorded times be chosen. It proves nothing about when.
    package let isRehearsal: Bool

    /// Whether a text can be a ledger's name: a line that can be printed, with a letter in it.
    package static func isName(_ text: String) -> Bool {
        text.isPlainLine && (1...200).contains(text.utf8.count)
            && text.contains(where: \.isLetter)
    }

    /// Whether a text can be an origin: a host name, and if need be a path below it, in ASCII.
    package static func isOrigin(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let allowed = parts.allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy {
                    $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0))
                }
        }
        return allowed && text.utf8.count <= 200 && text.first?.isLetter ?? false
    }

    package init(
        name: String, origin: String, timeZone: String, founder: PublicKey,
        checkpointKey: PublicKey, isRehearsal: Bool
    ) {
        self.name = name
        self.origin = origin
        self.timeZone = timeZone
        self.founder = founder
        self.checkpointKey = checkpointKey
        self.isRehearsal = isRehearsal
    }
}
