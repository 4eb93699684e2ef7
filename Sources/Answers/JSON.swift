package import FoundationEssentials
package import TransparencyLog

/// Stable JSON: sorted keys, dates as YYYY-MM-DD, times as RFC 3339.
package func json(
    _ value: any Encodable, style: JSONEncoder.OutputFormatting = .prettyPrinted
) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, style]
    do {
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
        preconditionFailure("our own values can be encoded: \(error)")
    }
}

/// A value that is written as null, not left out, where there is none.
package struct Nullable<Value: Encodable>: Encodable {
    package let value: Value?

    package init(_ value: Value?) { self.value = value }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}

package func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

package func base64(_ hash: Hash) -> String { base64(hash.bytes) }
