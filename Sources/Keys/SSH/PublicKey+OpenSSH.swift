import FoundationEssentials
package import TransparencyLog

// A public key as OpenSSH writes it (RFC 4253 section 6.6, RFC 8709 section 4), on one line:
//
//     ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAOhB7/zzhC+HXDdGOdLwJlnOhp4wR3xuAg0zDVRJVG4 comment
//
// The middle is base64 of a blob of two strings: the type again, and the 32 bytes.

extension PublicKey {
    static let openSSHType = "ssh-ed25519"

    /// The key of such a line, with or without a comment; or of the blob in base64 alone; or of the
    /// 32 bytes in base64.
    package init?(openSSH text: String) {
        let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard let first = words.first, !text.trimmingNewline.contains(where: \.isNewline) else {
            return nil
        }
        if first == Self.openSSHType[...], words.count >= 2 {
            guard let blob = Data(base64Encoded: String(words[1])) else { return nil }
            self.init(openSSHBlob: blob)
        } else {
            guard words.count == 1, let bytes = Data(base64Encoded: String(first)) else {
                return nil
            }
            if bytes.count == Self.byteCount {
                self.init(bytes: Array(bytes))
            } else {
                self.init(openSSHBlob: bytes)
            }
        }
    }

    /// Without a comment.
    package var openSSH: String {
        Self.openSSHType + " " + Data(openSSHBlob).base64EncodedString()
    }

    /// Nil for a key of another type, and unless the blob is exactly one of this type.
    init?(openSSHBlob blob: some Sequence<UInt8>) {
        var reader = WireReader(blob)
        guard let type = try? reader.string(), type.elementsEqual(Self.openSSHType.utf8),
            let bytes = try? reader.string(), bytes.count == Self.byteCount, reader.isAtEnd
        else { return nil }
        self.init(bytes: Array(bytes))
    }

    var openSSHBlob: [UInt8] {
        var blob: [UInt8] = []
        blob.append(wireString: Self.openSSHType.utf8)
        blob.append(wireString: bytes)
        return blob
    }

    /// Whether the text looks like a public key of any type.
    static func isOpenSSH(_ text: String) -> Bool {
        ["ssh-", "ecdsa-", "sk-"].contains(where: text.hasPrefix)
    }
}

extension String {
    fileprivate var trimmingNewline: Substring {
        last?.isNewline == true ? dropLast() : self[...]
    }
}
