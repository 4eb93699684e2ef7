/// The formats of a log, by their numbers. The founding entry is in the first; which is in force later on,
/// entries say.
package enum LogFormat {
    package static let first: UInt64 = 1
    /// The newest that this program knows.
    package static let newest: UInt64 = 1
}
