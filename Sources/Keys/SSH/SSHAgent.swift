package import Failures
package import TransparencyLog

/// An agent that keeps keys and signs with them: `ssh-agent`, or whatever speaks its protocol
/// (draft-ietf-sshm-ssh-agent) on a Unix socket, a hardware key's agent perhaps.
///
/// A message is its length in four bytes, a byte that says what it is, and its fields. Each request
/// gets one answer, and has a connection of its own.
package struct SSHAgent: Sendable {
    /// The value of SSH_AUTH_SOCK.
    package let socketPath: String
    /// How long to wait for an answer: a person may have to confirm the signature.
    let timeoutSeconds: Int

    package init(socketPath: String, timeoutSeconds: Int = 60) {
        self.socketPath = socketPath
        self.timeoutSeconds = timeoutSeconds
    }

    /// The Ed25519 keys that it has. Others are left out.
    package func publicKeys() throws(AgentError) -> [PublicKey] {
        let answer = try answer(to: [Message.requestIdentities])
        guard let keys = Self.publicKeys(in: answer) else { throw .malformed(socketPath) }
        return keys
    }

    /// Nil where the answer is not that to a request for keys.
    static func publicKeys(in answer: [UInt8]) -> [PublicKey]? {
        guard answer.first == Message.identitiesAnswer else { return nil }
        var reader = WireReader(answer.dropFirst())
        var keys: [PublicKey] = []
        do throws(WireError) {
            for _ in 0..<(try reader.uint32()) {
                if let key = PublicKey(openSSHBlob: try reader.string()) { keys.append(key) }
                _ = try reader.string()
            }
            try reader.end()
        } catch {
            return nil
        }
        return keys
    }

    /// The 64 bytes of a signature, which was verified.
    package func signature(
        over message: [UInt8], by key: PublicKey
    ) throws(AgentError) -> [UInt8] {
        var request = [Message.signRequest]
        request.append(wireString: key.openSSHBlob)
        request.append(wireString: message)
        // No flags: they are for RSA.
        request.append(wire: 0)
        let answer = try answer(to: request)
        switch answer.first {
        case Message.signResponse: break
        case Message.failure:
            throw try publicKeys().contains(key) ? .refused(key) : .lacksKey(key)
        default: throw .malformed(socketPath)
        }
        guard let signature = Self.signature(in: answer.dropFirst()) else {
            throw .malformed(socketPath)
        }
        guard key.isValid(signature: signature, over: message) else { throw .wrongSignature(key) }
        return signature
    }

    /// A string with the type and the signature in it (RFC 8709, section 6).
    static func signature(in fields: ArraySlice<UInt8>) -> [UInt8]? {
        var reader = WireReader(fields)
        guard let blob = try? reader.string(), reader.isAtEnd else { return nil }
        var inner = WireReader(blob)
        guard let type = try? inner.string(), type.elementsEqual(PublicKey.openSSHType.utf8),
            let signature = try? inner.string(), signature.count == 64, inner.isAtEnd
        else { return nil }
        return Array(signature)
    }

    private func answer(to request: [UInt8]) throws(AgentError) -> [UInt8] {
        let connection = try AgentConnection(to: socketPath, timeoutSeconds: timeoutSeconds)
        try connection.send(request)
        return try connection.receive()
    }

    private enum Message {
        static let failure: UInt8 = 5
        static let requestIdentities: UInt8 = 11
        static let identitiesAnswer: UInt8 = 12
        static let signRequest: UInt8 = 13
        static let signResponse: UInt8 = 14
    }
}

/// Signs with a key that an agent keeps.
package struct AgentSigner: Signer {
    package let publicKey: PublicKey
    private let agent: SSHAgent

    package init(_ publicKey: PublicKey, keptBy agent: SSHAgent) {
        self.publicKey = publicKey
        self.agent = agent
    }

    /// - Throws: `AgentError`.
    package func signature(over message: [UInt8]) throws -> [UInt8] {
        try agent.signature(over: message, by: publicKey)
    }
}

package enum AgentError: Error, Hashable, Sendable {
    /// No SSH_AUTH_SOCK says where an agent listens.
    case noAgent(for: PublicKey)
    case lacksKey(PublicKey)
    /// It has the key, and did not sign.
    case refused(PublicKey)
    /// What it gave is no signature of this key over the message.
    case wrongSignature(PublicKey)
    case timedOut(String, seconds: Int)
    case tooLarge(byteCount: Int)
    /// It does not speak the protocol.
    case malformed(String)
    case failed(String, errno: Int32)
}

extension AgentError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .noAgent: .notPermitted("no-agent")
        case .lacksKey: .notPermitted("agent-lacks-key")
        case .refused: .notPermitted("agent-refused")
        case .wrongSignature: .storage("wrong-agent-signature")
        case .timedOut: .storage("agent-timed-out")
        case .tooLarge: .refused("too-large-for-agent")
        case .malformed: .storage("malformed-agent-answer")
        case .failed: .storage("agent-failed")
        }
    }
}
