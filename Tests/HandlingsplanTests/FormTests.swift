import Handlingsplan
import Testing

/// Of names that are compared: each has one spelling, whatever a language takes for the same.
@Suite struct FormTests {
    @Test(
        "A committee's code is of letters that have one spelling",
        arguments: [
            ("KS", "KS"), ("ks", "KS"), ("ån", "ÅN"), ("K&F-2", "K&F-2"),
            ("ABCDEFGHIJKL", "ABCDEFGHIJKL"),
            ("A\u{30a}N", nil), ("\u{212b}N", nil), ("\u{405}N", nil), ("\u{ff2b}S", nil),
            ("K\u{301}", nil), ("K S", nil), ("", nil), ("ABCDEFGHIJKLM", nil), ("\u{1faff}", nil),
        ] as [(String, String?)])
    func code(text: String, code: String?) {
        #expect(CommitteeCode(text)?.description == code)
        #expect(CommitteeCode(exactly: text)?.description == (text == code ? code : nil))
    }

    @Test(
        "A short name is, too",
        arguments: [
            ("plan-2013", true), ("åäö", true), ("9a", true),
            (String(repeating: "a", count: 64), true),
            ("-plan", false), ("Plan", false), ("a\u{30a}", false), ("\u{430}", false),
            ("a b", false),
            ("", false), (String(repeating: "a", count: 65), false), ("a\u{200d}b", false),
        ])
    func slug(text: String, isSlug: Bool) {
        #expect(DocumentSlug(text)?.description == (isSlug ? text : nil))
    }
}
