import CLMDB

// LMDB's `MDB_val` is a borrowed pointer and a length, and so is a span. These are the only places
// where one becomes the other.

extension RawSpan {
    /// Lends the bytes to a C call. LMDB never writes through a key or value that it is given.
    func withValue<R>(_ body: (inout MDB_val) -> R) -> R {
        unsafe withUnsafeBytes { bytes in
            var value = unsafe MDB_val(
                mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
            return unsafe body(&value)
        }
    }
}

extension MDB_val {
    /// The bytes that LMDB points to. Nothing here says how long they live: the caller ties the
    /// buffer to a transaction.
    var bytes: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: mv_data, count: mv_size)
    }
}
