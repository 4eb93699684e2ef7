import CBOR
import Coordinates

/// Names one command, so that sending it again cannot record it again. 1 to 64 printable characters of
/// ASCII, without blanks: equal ids have equal bytes.
package struct CommandID: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init?(_ text: String) {
        guard (1...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x21...0x7e).contains($0) })
        else { return nil }
        description = text
    }

    private static let digitBytes = Array("0123456789abcdef".utf8)

    /// 128 random bits in hexadecimal.
    package static func random(using generator: inout some RandomNumberGenerator) -> CommandID {
        let halves: [UInt64] = [generator.next(), generator.next()]
        let digits = halves.flatMap { half in
            stride(from: 60, through: 0, by: -4).map { shift in
                digitBytes[Int(half >> shift & 0xf)]
            }
        }
        guard let id = CommandID(String(decoding: digits, as: UTF8.self)) else {
            preconditionFailure("32 hexadecimal digits are a command id")
        }
        return id
    }
}

/// Where the entries of one command stand: `[first position, count]`.
struct CommandRecord: CBORCodable, Hashable {
    let first: Position
    let count: UInt64

    var size: TreeSize { TreeSize(first.index + count) }

    init(first: Position, count: UInt64) {
        self.first = first
        self.count = count
    }

    init(from reader: inout Reader) throws(CBORError) {
        guard try reader.array() == 2 else { throw reader.error(.outOfRange) }
        first = try Position(from: &reader)
        count = try reader.unsigned()
        guard count > 0, !first.index.addingReportingOverflow(count).overflow else {
            throw reader.error(.outOfRange)
        }
    }

    func encode(to encoder: inout Encoder) {
        encoder.array(2) {
            first.encode(to: &$0)
            $0.unsigned(count)
        }
    }
}
