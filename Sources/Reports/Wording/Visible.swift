import Coordinates

/// A text that nobody has checked, without what could play tricks on a terminal.
package func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isPlain ? $0 : "\u{fffd}" }))
}

/// With its first line, and those of its own, that far from the edge: what somebody wrote looks
/// like no line of ours.
package func indented(_ text: String, by width: Int) -> String {
    let blanks = String(repeating: " ", count: width)
    return blanks
        + text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n" + blanks + "  ")
}

package func inOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
