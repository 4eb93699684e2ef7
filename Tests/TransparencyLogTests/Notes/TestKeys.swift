import TransparencyLog

/// Keys that are the same in every run.
extension SigningKey {
    static func numbered(_ number: UInt8) -> SigningKey {
        SigningKey(seed: Array(repeating: number, count: 32))!
    }

    func verificationKey(
        _ name: String, _ type: VerificationKey.SignatureType = .ed25519
    ) -> VerificationKey {
        VerificationKey(named: name, type: type, of: self)
    }
}
