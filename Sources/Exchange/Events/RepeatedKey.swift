extension String {
    /// The first key, as it is written, that an object of this JSON text has twice; nil where there
    /// is none. A decoder takes one of the two values, and does not say so.
    /// - Precondition: the text is JSON.
    var repeatedJSONKey: String? {
        let bytes = Array(utf8)
        // The keys so far of each object around a place. An array has none.
        var keys: [Set<ArraySlice<UInt8>>] = []
        // The last text that was read, and where the one begins that is being read.
        var text: ArraySlice<UInt8> = []
        var start: Int?
        var isEscaped = false
        for (index, byte) in bytes.enumerated() {
            if let begin = start {
                if !isEscaped, byte == UInt8(ascii: "\"") {
                    text = bytes[begin..<index]
                    start = nil
                }
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): start = index + 1
            case UInt8(ascii: "{"), UInt8(ascii: "["): keys.append([])
            case UInt8(ascii: "}"), UInt8(ascii: "]"): keys.removeLast()
            case UInt8(ascii: ":"):
                if !keys[keys.count - 1].insert(text).inserted {
                    return String(decoding: text, as: UTF8.self)
                }
            default: break
            }
        }
        return nil
    }
}
