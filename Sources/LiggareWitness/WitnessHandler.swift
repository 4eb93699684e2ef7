import Coordinates
import FlyingFox
import Foundation
import Glibc
import TransparencyLog
import Witnessing

/// Hands each request to the witness, and writes a line about it.
struct WitnessHandler: HTTPHandler {
    let witness: WebWitness

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let body = try await request.bytes(atMost: WebWitness.maximumBodyByteCount)
        let now = Date().timeIntervalSince1970
        let answer: WebAnswer
        do {
            // What it waits for is the disk, and one request at a time: no reason to suspend.
            answer = try witness.answer(
                request.method.rawValue, request.target.path(), body: body,
                at: Int64(now))
        } catch {
            say("liggare: the witness failed: \(error)", to: STDERR_FILENO)
            answer = .failed
        }
        say(line(answer, at: Timestamp(milliseconds: Int64(now * 1000))))
        var response = HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: answer.phrase),
            headers: [.contentType: answer.contentType], body: Data(answer.body))
        if let allowed = answer.allowed { response.headers[HTTPHeader("Allow")] = allowed }
        // What is left of a body that was not read would be taken for the next request.
        if body == nil { response.headers[.connection] = "close" }
        return response
    }

    /// When, of which log, at which size, and how it was answered. What is not known is a dash.
    private func line(_ answer: WebAnswer, at time: Timestamp) -> String {
        let origin = answer.checkpoint.map { $0.origin.isPlainLine ? $0.origin : "?" } ?? "-"
        let size = answer.checkpoint.map { "\($0.size)" } ?? "-"
        return "\(time) \(origin) \(size) \(answer.status)"
    }
}

extension HTTPRequest {
    /// The body; nil for a longer one.
    fileprivate func bytes(atMost limit: Int) async throws -> [UInt8]? {
        var bytes: [UInt8] = []
        for try await part in bodySequence {
            guard bytes.count + part.count <= limit else { return nil }
            bytes += part
        }
        return bytes
    }
}

extension WebAnswer {
    fileprivate var phrase: String { status == 200 ? "OK" : "Refused" }
}

/// Writes a line at once, as a log wants it.
func say(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
    let line = Array((text + "\n").utf8)
    _ = write(descriptor, line, line.count)
}
