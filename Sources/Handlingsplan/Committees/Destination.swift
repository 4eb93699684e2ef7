/// A committee that others become: one that there is, or a new one.
package enum Destination: Hashable, Sendable {
    case existing(CommitteeCode)
    case new(Naming)
}
