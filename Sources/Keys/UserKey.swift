package import TransparencyLog

/// Where the user's key is: in the file that was named, or else at the usual place.
package struct UserKey: Sendable {
    package let file: KeyFile
    /// The user named it, so it must be there.
    package let isNamed: Bool

    /// - Parameters:
    ///   - named: the file that the command was given, before that of LIGGARE_KEY.
    ///   - variable: the value of an environment variable, if it has one.
    /// - Returns: nil where nothing tells of a home.
    package init?(named: String?, variable: (String) -> String?) {
        if let path = named ?? variable("LIGGARE_KEY") {
            self.init(path, isNamed: true)
        } else if let folder = variable("XDG_CONFIG_HOME") {
            self.init(folder + "/liggare/key.pem", isNamed: false)
        } else if let home = variable("HOME") {
            self.init(home + "/.config/liggare/key.pem", isNamed: false)
        } else {
            return nil
        }
    }

    private init(_ path: String, isNamed: Bool) {
        file = KeyFile(path: path)
        self.isNamed = isNamed
    }

    /// Who signs for the user: the key itself, or the agent that keeps it.
    /// - Parameters:
    ///   - agent: the agent to ask, if there is one.
    ///   - passphrase: called where the key is locked, with the path of its file.
    /// - Throws: `KeyFileError`, `AgentError.noAgent`, and what `passphrase` throws.
    package func signer(
        agent: SSHAgent?, passphrase: (String) throws -> Passphrase
    ) throws -> any Signer {
        switch try file.load() {
        case .plain(let key): return key
        case .locked(let key): return try key.unlock(with: try passphrase(key.path))
        case .elsewhere(let key):
            guard let agent else { throw AgentError.noAgent(for: key) }
            return AgentSigner(key, keptBy: agent)
        }
    }
}
