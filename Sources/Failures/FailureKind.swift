/// What an error is to a program: what to do about it, and which one it is.
package struct FailureKind: Hashable, Sendable {
    /// What to do: a command ends with an exit code for each, a server with a status.
    package enum Category: String, CaseIterable, Sendable {
        /// The call cannot be understood: call otherwise.
        case usage
        /// Against a rule, or unreadable input: ask for something else.
        case refused
        /// There is no such ledger or thing.
        case missing
        /// Storage or the machine failed, or what is stored contradicts itself.
        case storage
        /// Another was quicker, or has it: try again.
        case conflict
        /// Who asks may not.
        case notPermitted = "not-permitted"
    }

    package let category: Category
    /// In kebab-case, the same from version to version; <doc:Kinds> has them all.
    package let name: String

    package init(_ category: Category, _ name: String) {
        self.category = category
        self.name = name
    }
}

extension FailureKind {
    package static func usage(_ name: String) -> Self { Self(.usage, name) }
    package static func refused(_ name: String) -> Self { Self(.refused, name) }
    package static func missing(_ name: String) -> Self { Self(.missing, name) }
    package static func storage(_ name: String) -> Self { Self(.storage, name) }
    package static func conflict(_ name: String) -> Self { Self(.conflict, name) }
    package static func notPermitted(_ name: String) -> Self { Self(.notPermitted, name) }
}
