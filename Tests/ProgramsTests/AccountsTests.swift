import Glibc
import Programs
import Testing

@Suite("Users and groups")
struct AccountsTests {
    @Test("A group is known by its name and by its number")
    func group() throws {
        #expect(try Accounts.group("root") == 0)
        #expect(try Accounts.group("4711") == 4711)
        #expect(Accounts.name(ofGroup: 0) == "root")
        #expect(Accounts.name(ofUser: 0) == "root")
    }

    @Test(
        "A name that no group has is refused, whatever it looks like",
        arguments: ["no-such-group", "", "-x", "--help", "4294967295", "root:x:0"])
    func unknown(name: String) {
        #expect(throws: UnknownGroup.self) { try Accounts.group(name) }
    }

    @Test("A number without a name has none")
    func nameless() {
        #expect(Accounts.name(ofGroup: 4_294_960_001) == nil)
        #expect(Accounts.name(ofUser: 4_294_960_001) == nil)
    }
}
