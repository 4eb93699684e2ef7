/// That a witness saw a checkpoint at a time, and found it consistent with all that it had seen of
/// the log before: C2SP tlog-cosignature, of the type Ed25519.
///
/// # Format
///
/// A signature line whose bytes are the time, in POSIX seconds as eight bytes, big-endian, and 64
/// bytes of Ed25519 over the text below: two lines, then the checkpoint's.
///
///     cosignature/v1
///     time 1679315147
///     example.com/behind-the-sofa
///     20852163
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
package struct Cosignature: Hashable, Sendable {
    package let witness: VerificationKey
    /// Seconds since 1970-01-01T00:00:00Z by the witness's clock; above 0.
    package let posixSeconds: Int64
    package let signature: NoteSignature
}

extension SignedNote {
    /// The cosignatures by `witnesses`, at most one for each, in the note's order; lines by others
    /// are passed over, and so are keys of another type. How many are enough, the caller decides.
    ///
    /// - Throws: ``NoteError/badSignature(name:)`` if that of one of `witnesses` does not hold.
    package func cosignatures(
        by witnesses: [VerificationKey]
    ) throws(NoteError) -> [Cosignature] {
        try signatures(by: witnesses.filter { $0.type == .cosignature }).compactMap {
            (witness, signature) in
            TimestampedSignature(signature.bytes).map {
                Cosignature(witness: witness, posixSeconds: $0.posixSeconds, signature: signature)
            }
        }
    }
}

extension SignedNote {
    /// The times in all lines that have the form of a cosignature, whoever made them: none was checked.
    package var claimedPOSIXSeconds: [Int64] {
        signatures.compactMap { TimestampedSignature($0.bytes)?.posixSeconds }
    }
}

extension NoteSignature {
    /// Cosigns the `text` of a checkpoint under `name`.
    ///
    /// - Precondition: `name` can name a key, and `posixSeconds` is above 0.
    package static func cosign(
        _ text: String, at posixSeconds: Int64, as name: String, with signer: any Signer
    ) throws -> NoteSignature {
        precondition(posixSeconds > 0, "no time to cosign at: \(posixSeconds)")
        let signature = try signer.signature(
            over: TimestampedSignature.message(text, at: posixSeconds))
        return NoteSignature(
            by: VerificationKey(named: name, type: .cosignature, of: signer),
            bytes: TimestampedSignature(posixSeconds: posixSeconds, ed25519: signature).bytes)
    }
}

/// The structure `timestamped_signature` of C2SP tlog-cosignature.
struct TimestampedSignature {
    let posixSeconds: Int64
    let ed25519: [UInt8]

    init(posixSeconds: Int64, ed25519: [UInt8]) {
        self.posixSeconds = posixSeconds
        self.ed25519 = ed25519
    }

    /// Nil unless there are 72 bytes, and their time is from 1 to 2⁶³ − 1: a witness must not leave
    /// it 0 (C2SP tlog-witness).
    init?(_ bytes: [UInt8]) {
        guard bytes.count == 8 + 64 else { return nil }
        posixSeconds = Int64(bigEndianBytes: bytes.prefix(8))
        ed25519 = Array(bytes.dropFirst(8))
        guard posixSeconds > 0 else { return nil }
    }

    var bytes: [UInt8] { posixSeconds.bigEndianBytes + ed25519 }

    func isValid(over text: String, under key: PublicKey) -> Bool {
        key.isValid(signature: ed25519, over: Self.message(text, at: posixSeconds))
    }

    static func message(_ text: String, at posixSeconds: Int64) -> [UInt8] {
        Array("cosignature/v1\ntime \(posixSeconds)\n\(text)".utf8)
    }
}
