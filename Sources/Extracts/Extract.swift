package import Failures
package import TransparencyLog

/// An answer that can be checked without the ledger: for people, for programs, and with it the entries
/// that it follows from, each with the proof that the log holds it.
///
/// # Format
///
/// One file in UTF-8. A line that says what this is, three that say what was asked, an empty line, and
/// the answer in words. Then, after the last line such as ends these, the answer in JSON, with its
/// schema. After the last line such as ends that, for each entry, in the order of their positions and
/// entry 0 first, a line with its position and a C2SP tlog-proof, whole, with the entry's bytes in
/// `extra`. All have the same note. For example:
///
///     liggare extract v2
///     of action 1
///     effective 2014-01-02
///     known 5
///
///     (the answer in words, as many lines as it takes)
///     ===== The answer for programs, in JSON: this is what the proofs are held against =====
///     {
///       "action" : {
///       ...
///       "schema" : "action/1"
///     }
///     ===== The proofs: a C2SP tlog-proof stands below each line such as these =====
///     ===== entry 0 =====
///     c2sp.org/tlog-proof@v1
///     extra 0oRYGKIBJwRQ...
///     index 0
///     jpqRRaLv...
///
///     liggare.example/plan
///     6
///     Q6OSk0P5...
///
///     — liggare.example/plan az3grlgt...
///     ===== entry 1 =====
///     ...
///
/// There is no scheme of proof here but C2SP's: what stands below a line with a position, up to the
/// next or to the end, is a file that any tool for tlog-proof checks.
///
/// The answer is derived again from the entries alone, and compared field by field. The words are of
/// some language and some version of this program, and nobody compares them: whoever checks an extract
/// reads the answer that was derived.
package struct Extract: Equatable, Sendable {
    package let question: Question
    /// The answer in words, without its last newline.
    package let reading: String
    /// The answer in JSON, without its last newline.
    package let answer: String
    package let proofs: [LogProof]

    package init(_ question: Question, reading: String, answer: String, proofs: [LogProof]) {
        self.question = question
        self.reading = reading
        self.answer = answer
        self.proofs = proofs
    }
}

// MARK: - The bytes

extension Extract: CustomStringConvertible {
    private static let opening = "liggare extract v2\n"
    private static let answerMark =
        "\n===== The answer for programs, in JSON: this is what the proofs are held against =====\n"
    private static let divider =
        "\n===== The proofs: a C2SP tlog-proof stands below each line such as these =====\n"
    private static let mark = (before: "===== entry ", after: " =====")

    package var description: String {
        "\(Self.opening)\(question)\n\(reading)\(Self.answerMark)\(answer)\(Self.divider)"
            + proofs.map { "\(Self.mark.before)\($0.position)\(Self.mark.after)\n\($0)" }.joined()
    }

    package var bytes: [UInt8] { Array(description.utf8) }

    /// Whether a file claims to be an extract.
    package static func isOpened(by bytes: [UInt8]) -> Bool { bytes.starts(with: opening.utf8) }

    /// Reads what ``bytes`` gives, and nothing else. Nothing is checked.
    package init(_ bytes: [UInt8]) throws(MalformedExtract) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        guard Self.isOpened(by: bytes) else { throw .unreadQuestion }
        // Whatever people wrote into the answer, nothing of theirs comes after the last such line.
        guard let parts = text.splitAtLast(Self.divider) else { throw .noProofs }
        guard let answers = String(Substring(parts.before)).splitAtLast(Self.answerMark) else {
            throw .noAnswer
        }
        var lines = answers.before.dropFirst(Self.opening.utf8.count).split(
            separator: UInt8(ascii: "\n"), maxSplits: 4, omittingEmptySubsequences: false)
        guard lines.count == 5, lines[3].isEmpty,
            let question = Question(lines: lines.prefix(3).map { Substring($0) })
        else { throw .unreadQuestion }
        self.init(
            question, reading: String(Substring(lines.removeLast())),
            answer: String(Substring(answers.after)),
            proofs: try Self.proofs(Substring(parts.after)))
        guard description.utf8.elementsEqual(bytes) else { throw .notAsWritten }
    }

    private static func proofs(_ text: Substring) throws(MalformedExtract) -> [LogProof] {
        var proofs: [LogProof] = []
        var open: (mark: Substring, lines: [Substring.UTF8View])?
        func close() throws(MalformedExtract) {
            guard let open else { return }
            do {
                proofs.append(try LogProof(Array(open.lines.joined())))
            } catch {
                throw .malformedProof(mark: String(open.mark), error)
            }
        }
        var rest = text.utf8
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = Substring(rest[..<end])
            if line.utf8.starts(with: mark.before.utf8) {
                try close()
                open = (line, [])
            } else if open == nil {
                throw .noProofs
            } else {
                open?.lines.append(rest[...end])
            }
            rest = rest[rest.index(after: end)...]
        }
        try close()
        guard !proofs.isEmpty, rest.isEmpty else { throw .noProofs }
        return proofs
    }
}

/// Why a file that claims to be an extract is none.
package enum MalformedExtract: Error, Equatable, Sendable {
    case notUTF8
    /// The lines that say what was asked.
    case unreadQuestion
    /// The line that ends the words.
    case noAnswer
    /// The line that ends the answer, or what comes after it.
    case noProofs
    /// What stands below a line with a position.
    case malformedProof(mark: String, MalformedNote)
    /// It says what an extract says, in other bytes than one would have.
    case notAsWritten
}

extension String {
    /// What stands before and after the last time that some lines do.
    fileprivate func splitAtLast(
        _ lines: String
    ) -> (before: Substring.UTF8View, after: Substring.UTF8View)? {
        let (bytes, sought) = (Array(utf8), Array(lines.utf8))
        guard bytes.count >= sought.count else { return nil }
        let start = (0...bytes.count - sought.count).last { start in
            bytes[start] == sought[0] && bytes[start..<start + sought.count] == sought[...]
        }
        guard let start else { return nil }
        let all = self[...].utf8
        return (all.prefix(start), all.dropFirst(start + sought.count))
    }
}

extension MalformedExtract: Failing {
    package var failureKind: FailureKind { .refused("malformed-extract") }
}
