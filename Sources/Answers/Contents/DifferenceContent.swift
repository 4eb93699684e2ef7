import Handlingsplan

/// What an action had otherwise before, for programs.
struct DifferenceContent: Encodable {
    let field: String
    let committee: String?
    let before: Nullable<String>
    let after: Nullable<String>

    init(_ difference: Difference) {
        field = difference.field.rawValue
        committee = difference.committee?.description
        before = Nullable(difference.before)
        after = Nullable(difference.after)
    }
}
