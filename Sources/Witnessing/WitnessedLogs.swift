package import TransparencyLog

extension Witness.Log {
    /// The logs whose checkpoints `keys` verify, in their order: a log's key bears its origin as its
    /// name, and one log may have several.
    package static func logs(of keys: [VerificationKey]) -> [Witness.Log] {
        var origins: [String] = []
        for key in keys where !origins.contains(where: key.isNamed) { origins.append(key.name) }
        return origins.map { origin in
            Witness.Log(origin: origin, keys: keys.filter { $0.isNamed(origin) })
        }
    }
}

extension VerificationKey {
    /// By the bytes: `==` takes some texts for one that are not.
    fileprivate func isNamed(_ origin: String) -> Bool { name.utf8.elementsEqual(origin.utf8) }
}
