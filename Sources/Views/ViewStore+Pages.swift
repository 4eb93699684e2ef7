package import LMDB

extension ViewStore {
    /// Checks every page of the generation in use; nil where there is none. Before LMDB follows any,
    /// unless this process has asked the views something already.
    /// - Throws: `LMDBError`; damage is told by the report.
    package func checkPages() throws(LMDBError) -> PageReport? {
        if let open = openGeneration { return try open.checkPages() }
        // One that is replaced and removed meanwhile leads to the next.
        while let generation = folder.current {
            do throws(LMDBError) {
                return try Environment.checkPages(in: folder.folder(generation))
            } catch  where error.isNotFound {
                if generation == folder.current { return nil }
            }
        }
        return nil
    }

    /// How the file of the generation in use is used now; nil where there is none that is trusted.
    package func occupancy() throws -> Occupancy? {
        isDistrusted ? nil : try current()?.occupancy()
    }
}
