import TransparencyLog

// A private key as ssh-keygen writes it, unencrypted (OpenSSH's PROTOCOL.key):
//
//     byte[]  "openssh-key-v1", 0
//     string  cipher, "none"
//     string  key derivation, "none"
//     string  its options, empty
//     uint32  how many keys, 1
//     string  the public key's blob
//     string  the private part:
//         uint32  a number
//         uint32  the same
//         string  type, "ssh-ed25519"
//         string  the 32 bytes of the public key
//         string  the 32 bytes of the seed, and those of the public key again
//         string  comment
//         byte[]  1, 2, 3, ... up to a multiple of 8

extension SigningKey {
    /// - Throws: `UnreadKey.lockedByOpenSSH`, `.otherAlgorithm`, `.malformed`.
    init(openSSH bytes: [UInt8]) throws {
        var reader = WireReader(bytes)
        let magic = Array("openssh-key-v1\0".utf8)
        guard try reader.bytes(magic.count).elementsEqual(magic) else {
            throw UnreadKey.malformed
        }
        let cipher = try reader.string()
        let derivation = try reader.string()
        _ = try reader.string()
        guard try reader.uint32() == 1 else { throw UnreadKey.malformed }
        var blob = WireReader(try reader.string())
        guard try blob.string().elementsEqual(PublicKey.openSSHType.utf8) else {
            throw UnreadKey.otherAlgorithm
        }
        guard cipher.elementsEqual("none".utf8), derivation.elementsEqual("none".utf8) else {
            throw UnreadKey.lockedByOpenSSH
        }
        let publicBytes = try blob.string()
        let privatePart = try reader.string()
        try blob.end()
        try reader.end()
        self = try Self.parse(privatePart, of: publicBytes)
    }

    private static func parse(
        _ part: ArraySlice<UInt8>, of publicBytes: ArraySlice<UInt8>
    ) throws -> SigningKey {
        var reader = WireReader(part)
        guard try reader.uint32() == reader.uint32(),
            try reader.string().elementsEqual(PublicKey.openSSHType.utf8),
            try reader.string() == publicBytes
        else { throw UnreadKey.malformed }
        let pair = try reader.string()
        _ = try reader.string()
        var padding: UInt8 = 0
        while !reader.isAtEnd {
            padding &+= 1
            guard try reader.byte() == padding else { throw UnreadKey.malformed }
        }
        guard part.count.isMultiple(of: 8), padding < 8,
            pair.dropFirst(PublicKey.byteCount) == publicBytes,
            let key = SigningKey(seed: Array(pair.prefix(PublicKey.byteCount))),
            key.publicKey.bytes == Array(publicBytes)
        else { throw UnreadKey.malformed }
        return key
    }
}
