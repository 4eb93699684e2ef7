package import LMDB

extension Log {
    /// Checks every page of the log in a directory, before LMDB follows any.
    /// - Throws: as `open`; but for damage of pages, which the report tells.
    package static func checkPages(at path: String) throws -> PageReport {
        try reportingAbsence(at: path) { try Environment.checkPages(in: path) }
    }

    /// As the static one, of a log that is open: its tables' pages have been followed.
    package func checkPages() throws(LMDBError) -> PageReport { try environment.checkPages() }

    /// How the log's file is used now.
    package func occupancy() throws(LMDBError) -> Occupancy { try environment.occupancy() }
}
