/// A named table of one environment: keys in byte order, one value to a key.
///
/// A table is good for as long as its environment is open and only there: using it with another
/// environment is a bug of the caller and stops the process.
package struct Table: Sendable, Hashable {
    package let name: String
    /// LMDB's handle, `MDB_dbi`.
    let handle: UInt32
    /// The mapped file that the handle belongs to.
    let file: MappedFile.Serial
}
