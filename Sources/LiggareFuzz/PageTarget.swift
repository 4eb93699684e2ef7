import Glibc

@testable import LMDB

extension Target {
    /// A data file of LMDB as of its first meta page, with pages of any size that there may be. That
    /// a file is as long as it says is seen to when it is opened.
    static let pages = Target(name: "pages") { bytes in
        guard bytes.count >= MetaPage.byteCount, let meta = try? MetaPage(PageNumber(0), bytes),
            meta.lastPage.index < UInt64(bytes.count / meta.pageByteCount)
        else { return }
        let file = scratchFile(of: bytes)
        guard let check = try? PageCheck(of: meta, in: file) else {
            return claim(false, "whatever pages say is damage")
        }
        let state = try? CommittedState(of: meta, in: file)
        claim(state != nil || !check.damages.isEmpty, "a sound file has tables and a free list")
        guard let state else { return }
        let path = WritePath(of: state, in: file)
        for name in state.tables.map(\.name) {
            let isSound = (try? path.checkAll(name)) != nil
            claim(isSound || !check.damages.isEmpty, "a sound file's tables can be written to")
        }
    }
}

extension Target {
    /// A data file of LMDB of which anything may be wrong. What is found in it lies in it.
    static let salvage = Target(name: "salvage") { bytes in
        let salvage = Salvage(scratchFile(of: bytes))
        salvage.forEachRecord { key, byteCount, place in
            claim(key.byteCount <= bytes.count, "a key lies in the file")
            let value = salvage.value(at: place)
            claim(value.map { $0.count == byteCount } ?? true, "a value is as long as it says")
        }
    }
}

private func scratchFile(of bytes: [UInt8]) -> DataFile {
    let isWritten =
        ftruncate(scratch, 0) == 0 && pwrite(scratch, bytes, bytes.count, 0) == bytes.count
    claim(isWritten, "a file can be written")
    return DataFile(descriptor: scratch, path: "fuzz")
}

/// A file without a name.
private let scratch = fileno(tmpfile())
