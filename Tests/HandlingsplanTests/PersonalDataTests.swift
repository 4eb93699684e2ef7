import Handlingsplan
import Testing

@Suite("What is personal in a text")
struct PersonalDataTests {
    /// The warnings of an act with this text in it.
    private static func warnings(_ text: String) throws -> [Warning] {
        let ledger = try Scenario(given: .municipality)
        return try ledger.when(on("2014-01-01", .amendAction(1, [.comment(text)]))).warnings
    }

    // The numbers are Skatteverket's for tests, and what they are made of.
    @Test(
        "A personal identity number is warned about",
        arguments: [
            "19121212-1212", "191212121212", "121212-1212", "121212+1212", "1212121212",
            "Kalle (121212-1212) får hjälp", "pnr:121212-1212.", "701063-2391", "19701063-2391",
        ])
    func identityNumber(_ text: String) throws {
        #expect(try Self.warnings(text) == [.personalIdentityNumber(.comment)])
    }

    @Test(
        "What only looks like one is not",
        arguments: [
            // A wrong check digit, a month or a day that cannot be.
            "121212-1213", "121312-1210", "121200-1216", "701092-2394",
            // Registry numbers, decisions, organisations, days.
            "12/123 130", "KS 2024/717", "2023/KS 0362", "KS/2018:269-042", "KSN-2013-0674",
            "KF 2010-04-15 § 61", "212000-1355", "2014-05-20", "2014-05-20--2014-06-20",
            // Telephones, accounts, and parts of longer numbers.
            "0522-15000", "08-508 290 00", "+46 70 123 45 67", "070-123 45 67", "5050-1055",
            "1 200", "12121212121212", "121212-12121", "1-121212-1212",
        ])
    func otherNumbers(_ text: String) throws { #expect(try Self.warnings(text) == []) }

    @Test(
        "An e-mail address is warned about",
        arguments: ["anna@ed.se", "Skriv till <anna.svensson@ed.se>.", "e-post:a+b@x.y.se,"])
    func email(_ text: String) throws {
        #expect(try Self.warnings(text) == [.emailAddress(.comment)])
    }

    @Test(
        "What only has an at sign is not",
        arguments: ["@kommunen", "a@b", "2 @ 3 kr", "a@@b.se", "@b.se"])
    func atSign(_ text: String) throws { #expect(try Self.warnings(text) == []) }

    @Test("Each kind is warned about once for each field, wherever it stands")
    func fields() throws {
        let ledger = try Scenario(given: .municipality)
        let text = "121212-1212, 121212-1212, anna@ed.se"
        let both = try ledger.when(
            on("2014-01-01", .amendAction(1, [.title(text), .comment(text), .comment(text)])))
        #expect(
            both.warnings == [
                .personalIdentityNumber(.title), .emailAddress(.title),
                .personalIdentityNumber(.comment), .emailAddress(.comment),
            ])
        let reference = try ledger.when(
            on("2014-01-01", .report(1, .ongoing), decision: "§ 7, anna@ed.se"))
        #expect(reference.warnings == [.emailAddress(.decision)])
    }

    @Test("Nothing is refused for it")
    func recorded() throws {
        let ledger = try Scenario(given: .municipality)
        let decision = try ledger.when(on("2014-01-01", .amend(1, "Kalle 121212-1212")))
        #expect(decision.act?.events == [.actionAmended(1, .title("Kalle 121212-1212"))])
    }
}
