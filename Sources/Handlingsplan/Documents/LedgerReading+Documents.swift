import Coordinates

extension LedgerReading {
    /// The document that people mean by a slug, whatever the day: what was repealed can be looked
    /// at, too.
    /// - Throws: `Rejection.unknownDocument`, or as the ledger does that cannot be read.
    package func document(_ slug: DocumentSlug, at moment: Moment) throws -> DocumentStory {
        guard let document = try documents().known(slug, at: moment.known) else {
            throw Rejection.unknownDocument(slug, nil)
        }
        return document
    }

    /// What the documents are called that actions were ever in.
    func slugs(
        of actions: [ActionStory]
    ) throws(Failure) -> [DocumentNumber: DocumentSlug] {
        var slugs: [DocumentNumber: DocumentSlug] = [:]
        for number in Set(actions.flatMap { $0.document.items.map(\.value) }) {
            slugs[number] = try document(number)?.slug
        }
        return slugs
    }
}

extension [DocumentStory] {
    package var slugs: [DocumentNumber: DocumentSlug] {
        Dictionary(uniqueKeysWithValues: map { ($0.number, $0.slug) })
    }

    /// The document that has a slug, as far as is known at a position. A corrected adoption leaves
    /// its slug to be used again: the latest document is meant.
    func known(_ slug: DocumentSlug, at position: Position) -> DocumentStory? {
        last { $0.slug == slug && $0.adoption(known: position) != nil }
    }
}
