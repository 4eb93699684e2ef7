import Keys
import TransparencyLog

extension KeyFile {
    /// The key in the file, which is made where there is none.
    func loadOrMake() throws -> (key: SigningKey, isNew: Bool) {
        do {
            return (try loadPlain(), isNew: false)
        } catch KeyFileError.missing {
            let key = SigningKey()
            try store(key)
            return (key, isNew: true)
        }
    }
}
