package import Failures
package import Glibc

/// Users and groups, whose names the program `getent` knows: it asks what the machine is set up to
/// ask, and no name service is linked.
package enum Accounts {
    /// A group by its name, or by its number, which need not have a name.
    /// - Throws: `UnknownGroup`; `ProgramFailure` where `getent` cannot be run.
    package static func group(_ text: String) throws -> gid_t {
        if let number = gid_t(text), number != gid_t.max { return number }
        guard let number = try entry("group", text)?.number else { throw UnknownGroup(name: text) }
        return number
    }

    /// Nil where the group has none, or nobody can be asked.
    package static func name(ofGroup group: gid_t) -> String? {
        (try? entry("group", "\(group)"))?.name
    }

    package static func name(ofUser user: uid_t) -> String? {
        (try? entry("passwd", "\(user)"))?.name
    }

    /// A line of getent's: a name, a password, a number, and what is not asked for here.
    private static func entry(
        _ database: String, _ key: String
    ) throws(ProgramFailure) -> (name: String, number: UInt32)? {
        let answer = try Program.run(
            ["getent", "--", database, key], input: [], outputLimit: 1 << 20)
        let line = String(decoding: answer.output, as: UTF8.self).prefix { $0 != "\n" }
        let fields = line.split(separator: ":", omittingEmptySubsequences: false)
        guard answer.exitCode == 0, fields.count > 2, let number = UInt32(fields[2]) else {
            return nil
        }
        return (String(fields[0]), number)
    }
}

package struct UnknownGroup: Error, Hashable, Sendable {
    package let name: String
}

extension UnknownGroup: Failing {
    package var failureKind: FailureKind { .missing("unknown-group") }
}
