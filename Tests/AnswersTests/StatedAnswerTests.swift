import Testing

@testable import Answers

/// As an answer of schema number 1 was, and as one is to which two fields have been added since.
private struct Grown: Answer {
    static let schema = AnswerSchema("grown", 3)
    static let laterFields = ["colour": 2, "size": 3]

    let title: String
    let colour: String
    let parts: [Part]
    let isRehearsal = false

    struct Part: Encodable {
        let name: String
        let size: Int
    }

    private enum CodingKeys: CodingKey { case title, colour, parts }
}

@Suite("An answer that somebody states")
struct StatedAnswerTests {
    private let derived = Grown(
        title: "Mål", colour: "röd", parts: [Grown.Part(name: "a", size: 1)])

    private func difference(_ text: String) throws -> AnswerDifference? {
        let stated = try StatedAnswer(text)
        try #require(stated.isKnown(to: Grown.self))
        return stated.difference(from: derived)
    }

    @Test(
        "Of one with an older schema, the fields of that schema are compared",
        arguments: [
            #"{"schema": "grown/1", "title": "Mål", "parts": [{"name": "a"}]}"#,
            #"{"schema":"grown/2","parts":[{"name":"a"}],"title":"M\u00e5l","colour":"röd"}"#,
            #"{"schema":"grown/3","parts":[{"name":"a","size":1}],"title":"Mål","colour":"röd"}"#,
        ])
    func older(text: String) throws {
        #expect(try difference(text) == nil)
    }

    @Test(
        "The first field that differs is named, with what stands there",
        arguments: [
            (#"{"schema":"grown/1","title":"Mal","parts":[]}"#, "parts[0]", nil, #"{"name":"a"}"#),
            (
                #"{"schema":"grown/1","title":"Mal","parts":[{"name":"a"}]}"#, "title", #""Mal""#,
                #""Mål""#
            ),
            (#"{"schema":"grown/1","parts":[{"name":"a"}]}"#, "title", nil, #""Mål""#),
            // A field that the schema does not have.
            (
                #"{"schema":"grown/1","colour":"röd","title":"Mål","parts":[{"name":"a"}]}"#,
                "colour", #""röd""#, nil
            ),
            (
                #"{"schema":"grown/3","colour":"röd","title":"Mål","parts":[{"name":"a","size":"1"}]}"#,
                "parts[0].size", #""1""#, "1"
            ),
        ] as [(String, String, String?, String?)])
    func differs(text: String, path: String, stated: String?, derived: String?) throws {
        #expect(
            try difference(text)
                == AnswerDifference(path: path, stated: stated, derived: derived))
    }

    @Test(
        "A schema that is not known is not compared",
        arguments: ["grown/4", "grown/0", "grown/01", "grown/", "grown", "other/1", "grown/1/1"])
    func unknown(schema: String) throws {
        #expect(try !StatedAnswer(#"{"schema":"\#(schema)"}"#).isKnown(to: Grown.self))
    }

    @Test("What is no JSON object is no answer", arguments: ["", "[]", "1", "{", "null", "{}}"])
    func malformed(text: String) {
        #expect(throws: MalformedAnswer.self) { try StatedAnswer(text) }
    }
}
