import CBOR
package import Coordinates
package import LMDB
import TransparencyLog

/// The entries that can still be read of a log's data file, whatever has become of its tables.
///
/// They have the form of entries, and say that they belong where they are asked for. Whether they
/// are the log's, their seals and signatures tell. The file is only read.
package final class Remains {
    private struct Record {
        let position: UInt64
        let place: Salvage.Place
    }

    /// A position that no log reaches: what is found there is no entry's key.
    private static let beyond = Position(1 << 48)

    private let salvage: Salvage
    /// By position, then by place.
    private let records: [Record]
    /// The largest size that a head of the log names which can still be read.
    package let headSize: TreeSize
    /// One more than the last position of which an entry can be read.
    package private(set) var end = TreeSize(0)

    /// - Throws: `LMDBError` where there is no file that may be read.
    package init(of path: String) throws(LMDBError) {
        let salvage = try Salvage(in: path)
        var records: [Record] = []
        var heads: [Salvage.Place] = []
        salvage.forEachRecord { key, byteCount, place in
            if let position = Position(key: key) {
                guard (1...SealedBatch.entryByteLimit).contains(byteCount),
                    position < Self.beyond
                else { return }
                records.append(Record(position: position.index, place: place))
            } else if Array(copying: key) == MetaKey.head {
                heads.append(place)
            }
        }
        records.sort { ($0.position, $0.place) < ($1.position, $1.place) }
        self.salvage = salvage
        self.records = records
        headSize =
            heads.compactMap { salvage.value(at: $0) }
            .compactMap { try? Head(decoding: $0.rawSpan).size }.max() ?? TreeSize(0)
        end = endOfEntries
    }

    /// Why some of the file could not be read; nil where all that was asked for could.
    package var failure: LMDBError? { salvage.failure }

    /// What there is of the entry at a position, each once.
    package func entries(at position: Position) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var index = firstRecord(from: position.index)
        while index < records.count, records[index].position == position.index {
            if let bytes = salvage.value(at: records[index].place), !found.contains(bytes),
                let says = try? Entry(decoding: bytes.rawSpan).position, says == position
            {
                found.append(bytes)
            }
            index += 1
        }
        return found
    }

    /// The first position from one on of which there may be an entry.
    package func next(from position: Position) -> Position? {
        let index = firstRecord(from: position.index)
        return index < records.count ? Position(records[index].position) : nil
    }

    private func firstRecord(from position: UInt64) -> Int {
        var (low, high) = (0, records.count)
        while low < high {
            let middle = low + (high - low) / 2
            if records[middle].position < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private var endOfEntries: TreeSize {
        var index = records.count
        while index > 0 {
            let position = Position(records[index - 1].position)
            if !entries(at: position).isEmpty { return position.treeSize }
            index = firstRecord(from: position.index)
        }
        return TreeSize(0)
    }
}
