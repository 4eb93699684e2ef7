/// Where the hashes of a stored tree are read from: the only way storage enters this module.
///
/// A reader may be a transaction: it is only borrowed, and never outlives the call it is given to.
package protocol HashReader: ~Copyable, ~Escapable {
    /// What reading can fail with; `Never` for a tree in memory.
    associatedtype Failure: Error

    /// The root of `subtree`, which lies wholly within the size that the caller asked about.
    ///
    /// A hash that ought to be stored but is not is a failure, never a made-up hash: proofs are
    /// built from the answers without checking them.
    borrowing func hash(of subtree: Subtree) throws(Failure) -> Hash
}
