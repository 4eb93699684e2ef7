package enum NewScope: Hashable, Sendable {
    case everything
    case document(DocumentSlug)
    case actions([ActionNumber])
}
