import Foundation
import Testing

/// Reads the sources: no run meets all errors.
@Suite("Kinds, by which programs tell things apart")
struct KindTests {
    private static let root = Fixtures.path + "/.."

    private static func text(_ path: String) throws -> String {
        try String(contentsOfFile: root + "/Sources/" + path, encoding: .utf8)
    }

    private static func sources() throws -> [String: String] {
        let paths = FileManager.default.enumerator(atPath: root + "/Sources")?.allObjects
        var texts: [String: String] = [:]
        for case let path as String in paths ?? [] where path.hasSuffix(".swift") {
            texts[path] = try text(path)
        }
        return texts
    }

    /// The kinds in the table below a heading of the catalogue.
    private static func catalogue(_ heading: String) throws -> Set<String> {
        let after = try text("Failures/Failures.docc/Kinds.md").split(separator: "\n")
            .drop { !$0.hasPrefix("#") || !$0.lowercased().contains(heading) }.dropFirst()
        return Set(
            after.prefix { !$0.hasPrefix("#") }.joined(separator: "\n")
                .matches(of: #/(?m)^\| `([a-z0-9-]+)` /#).map { String($0.output.1) })
    }

    @Test(
        "The catalogue has the kinds of all errors, by what to do",
        arguments: [
            ("usage", "usage"), ("refused", "refused"), ("missing", "missing"),
            ("storage", "storage"), ("conflict", "conflict"), ("notPermitted", "not-permitted"),
        ])
    func errors(constructor: String, heading: String) throws {
        let pattern = try Regex<(Substring, Substring)>(
            "\\.\(constructor)\\(\"([a-z0-9-]+)\"\\)")
        var found = Set(
            try Self.sources().values.flatMap {
                $0.matches(of: pattern).map { String($0.output.1) }
            })
        if constructor == "usage" {
            found.formUnion(try Self.cases(in: "Reports/Calls/UsageError.swift"))
        }
        #expect(found == (try Self.catalogue(heading)))
        #expect(found.count > 3)
    }

    @Test("And those of warnings and findings")
    func others() throws {
        let warnings = try Self.cases(in: "Handlingsplan/Rules/Warning+Kind.swift")
        #expect(warnings.union(["sharing"]) == (try Self.catalogue("warnings")))
        #expect(
            try Self.cases(in: "Audit/Finding.swift") == Self.catalogue("findings of an audit"))
        #expect(
            try Self.cases(in: "Extracts/ProofFinding.swift")
                == Self.catalogue("findings of verify"))
    }

    /// The words that a switch gives for its cases.
    private static func cases(in path: String) throws -> Set<String> {
        Set(
            try text(path).matches(of: /case [.a-zA-Z, \n]+:\s+"([a-z0-9-]+)"/)
                .map { String($0.output.1) })
    }

    @Test("An error that leaves its module has a kind")
    func failing() throws {
        let sources = try Self.sources()
        let declared = sources.filter {
            !$0.key.hasPrefix("LiggareBench") && !$0.key.hasPrefix("LiggareWitness")
        }.flatMap { path, text in
            text.matches(
                of: /\n(package |)(?:indirect )?(?:struct|enum) (\w+)[^\n{]*\bError\b/
            )
            .filter { !$0.output.1.isEmpty || path.hasPrefix("LiggareCLI") }
            .map { String($0.output.2) }
        }
        #expect(declared.count > 60)
        let all = sources.values.joined()
        for name in declared {
            #expect(all.contains("extension \(name): Failing"), "\(name)")
        }
    }
}
