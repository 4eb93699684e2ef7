internal import Crypto

extension Witness {
    /// Under what name a witness serves the checkpoint of a log: the SHA-256 of its origin in
    /// lowercase hexadecimal. C2SP tlog-witness, "Monitor Retrieval Mechanism".
    package static func hash(ofOrigin origin: String) -> String {
        let digest = Array(SHA256.hash(data: Array(origin.utf8)))
        guard let hash = unsafe Hash(bytes: digest.span.bytes) else {
            preconditionFailure("SHA-256 has 32 bytes")
        }
        return hash.description
    }
}
