import Coordinates

// What texts may be.

extension Decider {
    func checkReference(_ reference: Reference) throws(Rejection) {
        if let decision = reference.decision { try check(decision, .decision) }
        if let dnr = reference.dnr { try check(dnr, .dnr) }
        if let note = reference.note { try check(note, .note) }
    }

    /// A text says something, fits into an entry with room to spare, and cannot play tricks on a
    /// terminal that shows it.
    func check(_ text: String, _ field: TextField) throws(Rejection) {
        let limit = 8000
        if text.allSatisfy(\.isWhitespace) { throw .emptyText(field) }
        if text.utf8.count > limit {
            throw .textTooLong(field, byteCount: text.utf8.count, limit: limit)
        }
        if !text.isPlainText { throw .unprintableText(field) }
    }
}
