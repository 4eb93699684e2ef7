/// What a check of all pages of a data file found.
package struct PageReport: Hashable, Sendable {
    package let pageCount: Int
    /// Pages that later commits will use again.
    package let freePageCount: Int
    package let damages: [PageDamage]

    package var isSound: Bool { damages.isEmpty }
}

extension Environment {
    /// Checks every page of the data file in the directory `path`: that each is in use exactly once, or
    /// free exactly once, and fits where it is reached. LMDB follows no page meanwhile, nor before.
    ///
    /// - Throws: as `init` with `readOnly`; but for damage, which the report tells.
    package static func checkPages(in path: String) throws(LMDBError) -> PageReport {
        let file: MappedFile
        do throws(LMDBError) {
            file = try MappedFile(
                path: path, access: .readOnly, tableCount: 0, mapSizeBytes: 1 << 20,
                durability: .full, growthDeadline: .zero)
        } catch {
            guard let damage = error.damage else { throw error }
            return PageReport(pageCount: 0, freePageCount: 0, damages: [damage])
        }
        return try file.checkPages()
    }

    /// As the static one, of an environment that is open: its tables' pages have been followed.
    package func checkPages() throws(LMDBError) -> PageReport { try file.checkPages() }
}

extension MappedFile {
    /// A reader's slot keeps the pages while others write. Who may not have one reads again where
    /// writers were quicker.
    fileprivate func checkPages() throws(LMDBError) -> PageReport {
        while true {
            let transaction = try ReadTransaction(file: self)
            let report = try pagesFound()
            if report.isSound || !transaction.isOvertaken { return report }
        }
    }

    private func pagesFound() throws(LMDBError) -> PageReport {
        let meta: MetaPage
        do throws(LMDBError) {
            meta = try dataFile.metas().newest
        } catch {
            guard let damage = error.damage else { throw error }
            return PageReport(pageCount: 0, freePageCount: 0, damages: [damage])
        }
        let check = try PageCheck(of: meta, in: dataFile)
        var damages = check.damages.compactMap(\.damage)
        if damages.isEmpty, let damage = try damageSinceCommit(to: meta) { damages = [damage] }
        return PageReport(
            pageCount: Int(meta.lastPage.index) + 1, freePageCount: check.freePages,
            damages: damages)
    }
}
