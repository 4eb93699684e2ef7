/// The name a steering document has on the command line: `integration-2013`. One to 64 of a to z, å, ä,
/// ö, é, ü, 0 to 9 and `-`, which is not the first: code points that have one spelling.
package struct DocumentSlug: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init?(_ text: String) {
        guard (1...64).contains(text.unicodeScalars.count), text.unicodeScalars.first != "-",
            text.unicodeScalars.allSatisfy({
                switch $0 {
                case "a"..."z", "0"..."9", "å", "ä", "ö", "é", "ü", "-": true
                default: false
                }
            })
        else { return nil }
        description = text
    }
}
