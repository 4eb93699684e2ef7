/// The name a steering document has on the command line: `integration-2013`. Lower-case letters,
/// digits and `-`, at most 64 characters.
package struct DocumentSlug: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init?(_ text: String) {
        guard (1...64).contains(text.count), text.lowercased() == text, text.first != "-",
            text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
        else { return nil }
        description = text
    }
}
