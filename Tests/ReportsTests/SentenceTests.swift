import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite("Sentences")
struct SentenceTests {
    /// Reasons that others are told with.
    private static let reasons: Set = [
        "ActError", "CBORError", "EventLineError", "MalformedAnswer", "MalformedBundle",
        "MalformedEntry", "MalformedExtract", "MalformedNote", "NoteError", "OversizeEntry",
        "PageDamage", "PlanDocumentError", "PlanTableError", "ReadFailure", "UndecodableText",
        "UnreadKey", "UnsoundFile", "UnsoundSignature",
    ]

    @Test("Every error that may leave its module has one of its own")
    func errors() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().path + "/../../Sources"
        let paths = try #require(FileManager.default.enumerator(atPath: root)).allObjects
        var failing: Set<String> = []
        // The library's own are for programs only.
        for case let path as String in paths
        where path.hasSuffix(".swift") && !path.hasPrefix("Liggare/") {
            let text = try projectText("Sources/" + path)
            failing.formUnion(
                text.matches(of: /extension (\w+): Failing/).map { String($0.1) })
        }
        let told = try projectText("Sources/Reports/Wording/English/English+Errors.swift")
            .matches(of: /(?:as|is) (\w+)/).map { String($0.1) }
        #expect(failing.count > 60)
        #expect(failing.subtracting(told) == Self.reasons)
    }

    @Test(
        "A foreign text plays no tricks on a terminal",
        arguments: [
            ("Praktik", "Praktik"), ("a\u{1b}[2Jb", "a\u{fffd}[2Jb"), ("\u{202e}", "\u{fffd}"),
            ("åäö", "åäö"),
        ])
    func visible(_ text: String, _ shown: String) {
        #expect(Reports.visible(text) == shown)
    }

    @Test("What somebody wrote looks like no line of ours")
    func indents() {
        #expect(indented("Ett\nTvå", by: 2) == "  Ett\n    Två")
        #expect(inOneLine(" Ett\n två\t") == "Ett två")
    }
}
