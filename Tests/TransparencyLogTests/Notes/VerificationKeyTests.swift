import Testing
import TransparencyLog

@Suite struct VerificationKeyTests {
    @Test("The published key is read and written")
    func published() throws {
        let key = try #require(VerificationKey(C2SPExamples.key))
        #expect(key.name == "example.com/foo")
        #expect(key.type == .ed25519)
        #expect(key.keyID == 0x530d_903a)
        #expect(key.description == C2SPExamples.key)
    }

    @Test("A key and its text stand for each other", arguments: 0...255)
    func roundTrip(number: UInt8) throws {
        let types: [VerificationKey.SignatureType] = [.ed25519, .cosignature]
        let keys = types.map {
            SigningKey.numbered(number).verificationKey("dals-ed.example/å", $0)
        }
        for key in keys {
            #expect(VerificationKey(key.description) == key)
        }
        #expect(keys[0].keyID != keys[1].keyID)
    }

    @Test(
        "What is not exactly a key's text is refused",
        arguments: [
            "", "+", "++", "example.com/foo", "example.com/foo+530d903a",
            // The name, which the id covers.
            "example.com/fox+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            // The id.
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+0530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            // The base64: another last bit, no padding or too much, a line break, a key too short.
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k=",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
            "example.com/foo+530d903a+",
            // A type that we do not know.
            "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        ])
    func refused(vkey: String) {
        #expect(VerificationKey(vkey) == nil)
    }

    @Test(
        "A name that a signature line or a key could not hold is refused",
        arguments: [
            "", " ", "a b", "a+b", "a\u{a0}b", "a\u{2003}b", "a\nb", "a\tb", "a\u{1}b", "a+\u{301}",
        ])
    func names(name: String) {
        let publicKey = SigningKey.numbered(1).publicKey
        #expect(VerificationKey(name: name, type: .ed25519, publicKey: publicKey) == nil)
    }
}
