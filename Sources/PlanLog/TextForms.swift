import CBOR
import Coordinates

// Every text of an act has one form, whatever it says. Specified in entry.cddl.

extension RawSpan {
    /// Whether each text in these CBOR items is neither empty nor has a character that is not to be
    /// shown.
    var hasPlainTexts: Bool {
        get throws(CBORError) {
            var reader = Reader(self)
            while reader.offset < byteCount {
                switch try reader.peekType() {
                case .text:
                    let text = try reader.text()
                    guard !text.isEmpty, text.isPlainText else { return false }
                case .array: _ = try reader.array()
                case .map: _ = try reader.mapHeader()
                case .tag: _ = try reader.tag()
                default: _ = try reader.skip()
                }
            }
            return true
        }
    }
}
