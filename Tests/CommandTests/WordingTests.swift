import Foundation
import Testing

@Suite("Words, and where they stand")
struct WordingTests {
    @Test(
        "What is printed is put together without a word of any language",
        arguments: [
            "Reports/Output", "Reports/Calls", "LiggareCLI", "LiggareCLI/Calls",
            "LiggareCLI/Commands",
        ])
    func strays(folder: String) throws {
        let path = Fixtures.path + "/../Sources/" + folder
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        #expect(!names.isEmpty)
        for name in names where name.hasSuffix(".swift") {
            let text = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
            for line in text.split(separator: "\n")
            where !line.contains("//") && !line.contains("preconditionFailure") {
                for literal in line.matches(of: /"(?:[^"\\]|\\.)*"/) {
                    // Two words beside each other.
                    let isSentence = literal.output.contains(/[a-z]{2,} [a-z]{2,}/)
                    #expect(!isSentence, "\(name): \(line)")
                }
            }
        }
    }
}
