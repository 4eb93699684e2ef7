import SwiftASN1
import TransparencyLog

/// An Ed25519 key as PKCS#8 has it: `OneAsymmetricKey` of RFC 5958 with the contents of RFC 8410.
///
///     OneAsymmetricKey ::= SEQUENCE {
///       version                   INTEGER { v1(0), v2(1) },
///       privateKeyAlgorithm       AlgorithmIdentifier,      -- id-Ed25519, no parameters
///       privateKey                OCTET STRING,             -- holds an OCTET STRING, the seed
///       attributes            [0] Attributes OPTIONAL,
///       publicKey             [1] BIT STRING OPTIONAL }
///
/// Ours has version 0 and neither of the last two; other tools may write both.
struct PrivateKeyInfo: DERParseable, DERSerializable {
    let key: SigningKey

    init(key: SigningKey) { self.key = key }

    init(derEncoded node: ASN1Node) throws {
        key = try DER.sequence(node, identifier: .sequence) { nodes in
            guard (0...1).contains(try Int(derEncoded: &nodes)) else { throw UnreadKey.malformed }
            let algorithm = try AlgorithmIdentifier(derEncoded: &nodes)
            guard algorithm.id == .ed25519 else { throw UnreadKey.otherAlgorithm }
            let outer = try ASN1OctetString(derEncoded: &nodes)
            let seed = try ASN1OctetString(derEncoded: outer.bytes)
            guard algorithm.parameters == nil, let key = SigningKey(seed: Array(seed.bytes)) else {
                throw UnreadKey.malformed
            }
            DER.optionalImplicitlyTagged(&nodes, tagNumber: 0, tagClass: .contextSpecific) { _ in }
            let attached = try DER.optionalImplicitlyTagged(
                &nodes, tagNumber: 1, tagClass: .contextSpecific
            ) { try ASN1BitString(derEncoded: $0, withIdentifier: $0.identifier) }
            if let attached, Array(attached.bytes) != key.publicKey.bytes {
                throw UnreadKey.malformed
            }
            return key
        }
    }

    func serialize(into coder: inout DER.Serializer) throws {
        try coder.appendConstructedNode(identifier: .sequence) { coder in
            try coder.serialize(0)
            try coder.serialize(AlgorithmIdentifier(id: .ed25519))
            var seed = DER.Serializer()
            try seed.serialize(ASN1OctetString(contentBytes: key.seed[...]))
            try coder.serialize(ASN1OctetString(contentBytes: seed.serializedBytes[...]))
        }
    }
}

/// `AlgorithmIdentifier` of RFC 5280, section 4.1.1.2.
struct AlgorithmIdentifier: DERParseable, DERSerializable {
    let id: ASN1ObjectIdentifier
    let parameters: ASN1Any?

    init(id: ASN1ObjectIdentifier) {
        self.id = id
        parameters = nil
    }

    init(id: ASN1ObjectIdentifier, _ parameters: some DERSerializable) throws {
        self.id = id
        self.parameters = try ASN1Any(erasing: parameters)
    }

    init(derEncoded node: ASN1Node) throws {
        self = try DER.sequence(node, identifier: .sequence) { nodes in
            AlgorithmIdentifier(
                id: try ASN1ObjectIdentifier(derEncoded: &nodes),
                parameters: nodes.next().map { ASN1Any(derEncoded: $0) })
        }
    }

    private init(id: ASN1ObjectIdentifier, parameters: ASN1Any?) {
        self.id = id
        self.parameters = parameters
    }

    func serialize(into coder: inout DER.Serializer) throws {
        try coder.appendConstructedNode(identifier: .sequence) { coder in
            try coder.serialize(id)
            if let parameters { try coder.serialize(parameters) }
        }
    }
}

extension ASN1ObjectIdentifier {
    /// RFC 8410, section 3.
    fileprivate static let ed25519: Self = [1, 3, 101, 112]
}
