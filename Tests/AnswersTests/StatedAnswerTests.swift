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
            "{\n\t\"parts\": [ {\"name\": \"a\"} ],\r\n \"schema\": \"grown/1\", \"title\" : \"Mål\" }",
            #"{"colour":"röd","parts":[{"name":"a"}],"schema":"grown/2","title":"Mål"}"#,
            #"{"colour":"röd","parts":[{"name":"a","size":1}],"schema":"grown/3","title":"Mål"}"#,
        ])
    func older(text: String) throws {
        #expect(try difference(text) == nil)
    }

    @Test(
        "The first field that differs is named, with what stands there",
        arguments: [
            (#"{"parts":[],"schema":"grown/1","title":"Mal"}"#, "parts[0]", nil, #"{"name":"a"}"#),
            (
                #"{"parts":[{"name":"a"}],"schema":"grown/1","title":"Mal"}"#, "title", #""Mal""#,
                #""Mål""#
            ),
            (#"{"parts":[{"name":"a"}],"schema":"grown/1"}"#, "title", nil, #""Mål""#),
            // Looks the same, and is another text.
            (
                #"{"parts":[{"name":"a"}],"schema":"grown/1","title":"Ma\#u{30a}l"}"#, "title",
                "\"Ma\u{30a}l\"", #""Mål""#
            ),
            // A field that the schema does not have.
            (
                #"{"colour":"röd","parts":[{"name":"a"}],"schema":"grown/1","title":"Mål"}"#,
                "colour", #""röd""#, nil
            ),
            (
                #"{"colour":"röd","parts":[{"name":"a","size":"1"}],"schema":"grown/3","title":"Mål"}"#,
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

    @Test(
        "What is no JSON object, or another for some reader, is no answer",
        arguments: [
            "", "[]", "1", "{", "null", "{}}", #"{"a":1,"a":2}"#, #"{"a":{"b":1,"b":1}}"#,
            #"{"a":1,"\u0061":2}"#, #"{"a":1,}"#, #"{"a":[1,]}"#, #"{"a":4.00000000000000000001}"#,
            #"{"a":1.0}"#, #"{"b":1,"a":1}"#, "\u{feff}{}", "{\0}", "{\u{a0}}", #"{"a":"\u00e5"}"#,
            #"{"K":1,"\u212a":2}"#,
        ])
    func malformed(text: String) {
        #expect(throws: MalformedAnswer.self) { try StatedAnswer(text) }
    }
}
