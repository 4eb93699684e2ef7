package import TransparencyLog

/// How a witness is asked over HTTP: C2SP tlog-witness, "HTTP Interface". What carries the bytes is
/// not known here. Both prefixes are `/`.
///
///     POST /add-checkpoint
///     GET /<origin hash>/checkpoint
package struct WebWitness: Sendable {
    /// Larger bodies are not read: more than any log needs for a checkpoint and a proof.
    package static let maximumBodyByteCount = 1 << 16

    package let memory: WitnessMemory

    package init(_ memory: WitnessMemory) { self.memory = memory }

    /// - Parameter body: nil for one that was too large.
    /// - Throws: as `WitnessMemory.answer`; the status is then 500.
    package func answer(
        _ method: String, _ path: String, body: [UInt8]?, at posixSeconds: Int64
    ) throws -> WebAnswer {
        if path == "/add-checkpoint" {
            guard method == "POST" else { return .wrongMethod(allowed: "POST") }
            guard let body else { return .tooLarge }
            return WebAnswer(
                try memory.answer(body, at: posixSeconds),
                to: (try? WitnessRequest(body))?.checkpoint)
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty, parts[2] == "checkpoint" else { return .nowhere }
        guard method == "GET" else { return .wrongMethod(allowed: "GET") }
        guard let note = try memory.note(ofOriginHash: String(parts[1])) else { return .nowhere }
        return WebAnswer(
            status: 200, body: note.bytes, checkpoint: try? Checkpoint(text: note.text))
    }
}

/// An HTTP answer.
package struct WebAnswer: Equatable, Sendable {
    package let status: Int
    package let contentType: String
    package let body: [UInt8]
    /// What it is about, as whoever asked has it; nil where that is not known.
    package let checkpoint: Checkpoint?
    /// For the header `Allow`.
    package let allowed: String?

    init(
        status: Int, contentType: String = "text/plain; charset=utf-8", body: [UInt8],
        checkpoint: Checkpoint? = nil, allowed: String? = nil
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.checkpoint = checkpoint
        self.allowed = allowed
    }

    init(_ answer: WitnessAnswer, to checkpoint: Checkpoint?) {
        self.init(
            status: answer.status, contentType: answer.contentType, body: Array(answer.body.utf8),
            checkpoint: checkpoint)
    }

    private init(_ status: Int, _ sentence: String, allowed: String? = nil) {
        self.init(status: status, body: Array("\(sentence)\n".utf8), allowed: allowed)
    }

    static let nowhere = WebAnswer(404, "nothing is here")
    static let tooLarge = WebAnswer(
        413, "a request has at most \(WebWitness.maximumBodyByteCount) bytes")
    /// For a failure on the witness's side: nothing was cosigned.
    package static let failed = WebAnswer(500, "the witness has failed, and cosigned nothing")

    static func wrongMethod(allowed: String) -> WebAnswer {
        WebAnswer(405, "only \(allowed) is answered here", allowed: allowed)
    }
}
