import FoundationEssentials
import TransparencyLog

/// What a command prints: for people, and for programs.
protocol Output {
    /// False, too, where no ledger is concerned.
    var isRehearsal: Bool { get }
    var text: String { get }
    var content: any Encodable { get }
}

extension LedgerOptions {
    /// Prints to the standard output. Whatever comes from a rehearsal says so.
    func print(_ output: some Output) {
        if output.isRehearsal, format == .text { Swift.print(Texts.rehearsal) }
        printWithoutMark(output)
    }

    /// Prints what is to be kept as it is, such as a signed note.
    func printWithoutMark(_ output: some Output) {
        switch format {
        case .text:
            Swift.print(output.text)
        case .json:
            Swift.print(json(output.content))
        }
    }

    /// Prints one of many, for programs in one line, and lets it go out.
    func printAtOnce(_ output: some Output) throws {
        switch format {
        case .text: try printAndFlush(output.text)
        case .json: try printAndFlush(json(output.content, style: []))
        }
    }
}

/// Stable JSON: sorted keys, dates as YYYY-MM-DD, times as RFC 3339.
func json(
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
struct Nullable<Value: Encodable>: Encodable {
    let value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}

func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

func base64(_ hash: Hash) -> String { base64(hash.bytes) }
