import Files
package import LMDB
package import Registry

/// How much room a ledger's tables take, and who keeps what is not in use.
package struct StorageUse: Encodable {
    package let log: FileUse
    /// Nil where nothing is stored of the views.
    package let views: FileUse?
    /// How many entries each command takes into the views anew, in memory.
    package let tail: Int

    package init(_ occupancy: LedgerOccupancy, tail: UInt64) {
        log = FileUse(occupancy.log)
        views = occupancy.views.map { FileUse($0) }
        self.tail = Int(clamping: tail)
    }
}

package struct FileUse: Encodable {
    package let bytes: Int
    /// That later commits will use again.
    package let freeBytes: Int
    /// Of the free ones: not before the readers have ended.
    package let heldBytes: Int
    /// The oldest first; nil where this process may not see them.
    package let readers: [Reader]?

    package struct Reader: Encodable {
        package let process: Int32
        package let program: String?
    }

    package init(_ occupancy: Occupancy) {
        bytes = occupancy.pageCount * occupancy.pageBytes
        freeBytes = occupancy.freePageCount * occupancy.pageBytes
        heldBytes = occupancy.heldPageCount * occupancy.pageBytes
        readers = occupancy.readers?.map {
            Reader(process: $0.processID, program: RunningProcess($0.processID).program)
        }
    }
}
