package import Failures

/// Why a note is not to be believed.
package enum NoteError: Error, Equatable, Sendable {
    case malformed(MalformedNote)
    /// No trusted key signed it.
    case unsigned
    /// A signature by a trusted key, of this name, does not hold.
    case badSignature(name: String)
    /// A checkpoint of another log than the key's.
    case otherOrigin(String)
}

extension NoteError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let reason): reason.description
        case .unsigned: "not signed by a trusted key"
        case .badSignature(let name): "the signature of \(name) does not hold"
        case .otherOrigin(let origin): "a checkpoint of another log: \(origin)"
        }
    }
}

extension SignedNote {
    /// The signatures that `keys` made, one for each key that made any, in the note's order: C2SP
    /// signed-note, "Signatures". Those by other keys are passed over.
    ///
    /// Empty if there are none: then the text is not to be believed on the word of these keys.
    ///
    /// - Throws: ``NoteError/badSignature(name:)`` if a line has the name and the id of one of
    ///   `keys` but does not verify; then no signature of the note counts.
    package func signatures(
        by keys: [VerificationKey]
    ) throws(NoteError) -> [(key: VerificationKey, signature: NoteSignature)] {
        var found: [(key: VerificationKey, signature: NoteSignature)] = []
        for signature in signatures {
            guard let key = keys.first(where: { $0.isNamed(by: signature) }) else { continue }
            guard key.isValid(signature, over: text) else {
                throw .badSignature(name: signature.name)
            }
            if !found.contains(where: { $0.key == key }) {
                found.append((key, signature))
            }
        }
        return found
    }

    /// Passes if at least one of `keys` signed the note, and none of their signatures fails.
    ///
    /// - Throws: ``NoteError/unsigned`` or ``NoteError/badSignature(name:)``.
    package func check(signedByAnyOf keys: [VerificationKey]) throws(NoteError) {
        if try signatures(by: keys).isEmpty { throw .unsigned }
    }
}

extension NoteError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .malformed(let reason): reason.failureKind
        case .unsigned: .refused("unsigned-note")
        case .badSignature: .refused("bad-note-signature")
        case .otherOrigin: .refused("other-origin")
        }
    }
}
