import Files
import Foundation
import TestSupport
import Testing
import Web

@Suite("Curl: what is fetched and sent")
struct CurlTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func path(_ name: String) -> String { directory.path + "/" + name }

    private func text(_ name: String) throws -> String? {
        try WholeFile.read(path(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Gives each path its own text, but none for those with "none".
    private func server() throws -> TestServer {
        try TestServer { request in
            request.path.contains("none")
                ? TestServer.answer("404 Not Found", "there is none")
                : TestServer.answer("200 OK", "\(request.method) \(request.path)")
        }
    }

    @Test("A batch is fetched to its files, each with its status; what is not there leaves no file")
    func batch() throws {
        let server = try server()
        let files = (0..<40).map { number in
            let name = number.isMultiple(of: 7) ? "none\(number)" : "file\(number)"
            return (url: "\(server.url)/\(name)", path: path(name))
        }
        let statuses = try Curl.get(files)
        #expect(statuses == (0..<40).map { $0.isMultiple(of: 7) ? 404 : 200 })
        #expect(try text("file39") == "GET /file39")
        #expect(try text("none7") == nil)
        #expect(try directory.fileNames.count == 34)
        #expect(try Curl.get([]) == [])
    }

    @Test(
        "Odd names are taken literally",
        arguments: ["a\"b", "a\\nb", "a\nb", "{a,b}[1-3]#1", "å ä ö", "--help", "a\tb#c"])
    func oddNames(name: String) throws {
        let server = try server()
        #expect(try Curl.get([("\(server.url)/[1-2]{x}", path(name))]) == [200])
        #expect(try text(name) == "GET /[1-2]{x}")
    }

    @Test("An empty file is a file")
    func empty() throws {
        let server = try TestServer { _ in TestServer.answer("200 OK", "") }
        #expect(try Curl.get([(server.url, path("empty"))]) == [200])
        #expect(try text("empty") == "")
    }

    @Test("Three redirections are followed, and not four, nor one to a file of this machine")
    func redirections() throws {
        let server = try TestServer { request in
            switch Int(request.path.dropFirst()) {
            case 0: TestServer.answer("200 OK", "here")
            case let left?:
                TestServer.answer("302 Found", "", head: "Location: /\(left - 1)\r\n")
            case nil:
                TestServer.answer("302 Found", "", head: "Location: file:///etc/hostname\r\n")
            }
        }
        #expect(try Curl.get([(server.url + "/3", path("three"))]) == [200])
        #expect(try text("three") == "here")
        for name in ["4", "file"] {
            let url = "\(server.url)/\(name)"
            let error = #expect(throws: CurlError.self) { try Curl.get([(url, path(name))]) }
            guard case .failed(url, _) = error else {
                Issue.record("\(name): \(String(describing: error))")
                continue
            }
        }
        #expect(try Curl.post([1], to: server.url + "/3").status == 302)
    }

    @Test("What is sent arrives, and whatever is said to it is an answer")
    func post() throws {
        let server = try TestServer { request in
            TestServer.answer("409 Conflict", "\(request.method) \(request.body)")
        }
        let body = "first\n\nlast \u{0}\n"
        let answer = try Curl.post(Array(body.utf8), to: server.url + "/add")
        #expect(answer.status == 409)
        #expect(String(decoding: answer.body, as: UTF8.self) == "POST \(body)")
        #expect(try Curl.post([], to: server.url).body == Array("POST ".utf8))
    }

    @Test("Whoever is not there is named; the other files of the batch are fetched")
    func unreachable() throws {
        let server = try server()
        // Nothing listens there any more.
        let gone = try TestServer { _ in nil }.url
        let error = #expect(throws: CurlError.self) {
            try Curl.get([
                (server.url + "/a", path("a")), (gone, path("b")), (server.url + "/c", path("c")),
            ])
        }
        guard case .unreachable(gone, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try directory.fileNames == ["a", "c"])
        #expect(throws: CurlError.self) { try Curl.post([1], to: gone) }
    }

    @Test("Whoever is silent is not waited for longer than the limit")
    func silence() throws {
        let server = try TestServer { _ in nil }
        var limits = Curl.Limits()
        limits.seconds = 1
        #expect(throws: CurlError.timedOut(url: server.url)) {
            try Curl.get([(server.url, path("never"))], limits: limits)
        }
        #expect(throws: CurlError.timedOut(url: server.url)) {
            try Curl.post([1], to: server.url, limits: limits)
        }
    }

    @Test("An answer above the limit is refused, announced or not", arguments: [true, false])
    func tooLarge(isAnnounced: Bool) throws {
        let long = String(repeating: "x", count: 20_000)
        let server = try TestServer { _ in
            isAnnounced ? TestServer.answer("200 OK", long) : "HTTP/1.0 200 OK\r\n\r\n\(long)"
        }
        var limits = Curl.Limits()
        limits.byteCount = 10_000
        let error = CurlError.tooLarge(url: server.url, limit: 10_000)
        #expect(throws: error) { try Curl.post([1], to: server.url, limits: limits) }
        if isAnnounced {
            #expect(throws: error) { try Curl.get([(server.url, path("long"))], limits: limits) }
        }
    }

    @Test("Only the web is asked", arguments: ["file:///etc/hostname", "ftp://127.0.0.1/", ""])
    func otherProtocols(url: String) throws {
        let error = #expect(throws: CurlError.self) { try Curl.get([(url, path("file"))]) }
        guard case .failed(url, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(throws: CurlError.self) { try Curl.post([1], to: url) }
        #expect(try directory.fileNames == [])
    }
}
