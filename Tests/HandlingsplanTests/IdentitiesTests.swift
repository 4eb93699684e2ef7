import Handlingsplan
import Testing

@Suite("What things are called")
struct IdentitiesTests {
    @Test("A committee's code is kept in upper case", arguments: ["KS", "ks", "Ks"])
    func code(_ text: String) { #expect(CommitteeCode(text)?.description == "KS") }

    @Test(
        "Codes as they are in use", arguments: ["BUN", "KFN", "K&F", "BoM-2", "ÄN", "NÄMND1234567"])
    func codes(_ text: String) { #expect(CommitteeCode(text) != nil) }

    @Test("What is no code", arguments: ["", "K S", "KS.", "K/S", "NÄMND12345678", "KS\n"])
    func noCode(_ text: String) { #expect(CommitteeCode(text) == nil) }

    @Test("Slugs of plans", arguments: ["integration-2013", "folkhälsa", "7"])
    func slugs(_ text: String) { #expect(DocumentSlug(text)?.description == text) }

    @Test(
        "What is no slug",
        arguments: ["", "Integration", "-plan", "a b", "a/b", String(repeating: "a", count: 65)])
    func noSlug(_ text: String) { #expect(DocumentSlug(text) == nil) }
}
