import Foundation
import TestSupport
import Testing

/// The compiler's refusals are part of the interface, so they are tested: each snippet is checked
/// against the module that this test was built with.
@Suite("What borrowed bytes may not do")
struct LifetimeTests {
    struct Snippet: Sendable, CustomTestStringConvertible {
        let claim: String
        let body: String
        var testDescription: String { claim }
    }

    static let accepted = [
        Snippet(
            claim: "A write follows the scope of a value and of a cursor",
            body: """
                func f(_ t: inout WriteTransaction, _ table: Table, _ k: RawSpan) throws {
                    if let value = try t.get(table, k) { print(value.byteCount) }
                    try t.put(table, key: k, value: k)
                    do {
                        var cursor = try t.cursor(table)
                        while let pair = try cursor.next() { print(pair.key.byteCount) }
                    }
                    let isThere = try t.get(table, k) != nil
                    if isThere { try t.clear(table) }
                }
                """),
        Snippet(
            claim: "A pair is used after the cursor moved",
            body: """
                func f(_ t: borrowing ReadTransaction, _ table: Table) throws {
                    var cursor = try t.cursor(table)
                    let pair = try cursor.first()
                    _ = try cursor.next()
                    print(pair?.key.byteCount ?? 0)
                }
                """),
    ]

    static let refused: [(snippet: Snippet, diagnosis: String)] = [
        (
            Snippet(
                claim: "A value is used after a write",
                body: """
                    func f(_ t: inout WriteTransaction, _ table: Table, _ k: RawSpan) throws {
                        let value = try t.get(table, k)
                        try t.put(table, key: k, value: k)
                        print(value?.byteCount ?? 0)
                    }
                    """), "overlapping accesses"
        ),
        (
            Snippet(
                claim: "A value is written back from LMDB's own memory",
                body: """
                    func f(_ t: inout WriteTransaction, _ table: Table, _ k: RawSpan) throws {
                        if let value = try t.get(table, k) { try t.put(table, key: k, value: value) }
                    }
                    """), "overlapping accesses"
        ),
        (
            Snippet(
                claim: "A cursor moves after a write",
                body: """
                    func f(_ t: inout WriteTransaction, _ table: Table, _ k: RawSpan) throws {
                        var cursor = try t.cursor(table)
                        _ = try cursor.first()
                        try t.clear(table)
                        _ = try cursor.next()
                    }
                    """), "overlapping accesses"
        ),
        (
            Snippet(
                claim: "A value outlives its transaction",
                body: """
                    @_lifetime(borrow e)
                    func f(_ e: Environment, _ table: Table, _ k: RawSpan) throws -> RawSpan? {
                        let t = try e.beginRead()
                        return try t.get(table, k)
                    }
                    """), "lifetime-dependent value escapes its scope"
        ),
        (
            Snippet(
                claim: "A value is returned from read",
                body: """
                    func f(_ e: Environment, _ table: Table, _ k: RawSpan) throws {
                        let value: RawSpan? = try e.read { t in try t.get(table, k) }
                        print(value?.byteCount ?? 0)
                    }
                    """), "Escapable"
        ),
        (
            Snippet(
                claim: "A pair outlives its transaction",
                body: """
                    func f(_ e: Environment, _ table: Table) throws {
                        let t = try e.beginRead()
                        var cursor = try t.cursor(table)
                        let pair = try cursor.first()
                        _ = consume t
                        print(pair?.key.byteCount ?? 0)
                    }
                    """), "cannot be consumed when"
        ),
        (
            Snippet(
                claim: "A transaction is copied",
                body: """
                    func f(_ t: borrowing ReadTransaction) { let u = t; _ = consume u }
                    """), "cannot be consumed"
        ),
    ]

    @Test("Compiles", arguments: accepted)
    func accepts(_ snippet: Snippet) throws {
        let (status, output) = try typecheck(snippet.body)
        #expect(status == 0, "\(output)")
    }

    @Test("Is refused", arguments: refused)
    func refuses(_ snippet: Snippet, diagnosis: String) throws {
        let (status, output) = try typecheck(snippet.body)
        #expect(status != 0)
        #expect(output.contains(diagnosis), "\(output)")
    }

    /// Compiles `body` as a file of this package. `-emit-sil`, because lifetimes are checked after
    /// types.
    private func typecheck(_ body: String) throws -> (status: Int32, output: String) {
        let directory = try TemporaryDirectory()
        let source = directory.path + "/Snippet.swift"
        try Data("import LMDB\n\(body)\n".utf8).write(to: URL(filePath: source))
        let products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        let package = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments = [
            "swiftc", "-emit-sil", "-o", "/dev/null", source, "-parse-as-library",
            "-package-name", packageName(package), "-swift-version", "6",
            "-enable-experimental-feature", "Lifetimes",
            "-module-cache-path", directory.path + "/cache",
            "-I", products.appending(path: "Modules").path,
            "-I", package.appending(path: "Sources/CLMDB").path,
            "-I", package.appending(path: "Sources/CLinux").path,
        ]
        let output = Pipe()
        compiler.standardOutput = output
        compiler.standardError = output
        try compiler.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        compiler.waitUntilExit()
        return (compiler.terminationStatus, String(decoding: text, as: UTF8.self))
    }

    /// SwiftPM names a package after its directory, as an identifier.
    private func packageName(_ directory: URL) -> String {
        String(
            directory.lastPathComponent.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
}
