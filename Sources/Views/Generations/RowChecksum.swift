/// A checksum of 64 bits, for rows that are read again and again: against rot, not against forgers,
/// who could compute it as well.
///
/// Words of 8 bytes, little-endian, are taken one after the other, bytes with zeros after the last
/// and their count before them: `sum = (sum ^ word) * 0x9e3779b97f4a7c15; sum ^= sum >> 32`. Each
/// step maps different sums to different sums, and different words to different sums. So what
/// differs in one word only has another checksum for certain; what differs in more, but for one in
/// 2^64.
///
/// A row is summed in less time than it takes to fetch it. SHA-256 would take longer than folding
/// the row, and CRC-32C promises less and is slow without instructions that Swift does not offer.
struct RowChecksum: Equatable {
    private(set) var value: UInt64 = 0

    mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0x9e37_79b9_7f4a_7c15
        value ^= value >> 32
    }

    mutating func add(_ bytes: RawSpan) {
        add(UInt64(bytes.byteCount))
        bytes.withUnsafeBytes { bytes in
            let whole = bytes.count & ~7
            for offset in stride(from: 0, to: whole, by: 8) {
                add(
                    UInt64(
                        littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            }
            if whole < bytes.count {
                add(bytes[whole...].reversed().reduce(0) { $0 << 8 | UInt64($1) })
            }
        }
    }
}
