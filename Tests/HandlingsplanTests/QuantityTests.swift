import Handlingsplan
import Testing

@Suite("Quantities")
struct QuantityTests {
    @Test(
        "keep the decimals that they are written with",
        arguments: [
            "0", "1171", "12.5", "12.50", "-3", "-0.5", "0.000000001", "9223372036854775807",
            "-9223372036854775808", "9223372036.854775807",
        ])
    func written(_ text: String) { #expect(Quantity(text)?.description == text) }

    @Test(
        "What is no quantity",
        arguments: [
            "", "-", ".", "5.", ".5", "-.5", "1,5", "1 200", "+5", "1e3", "0x1F", "١٢", "--1",
            "1.-5", "1.2.3", "9223372036854775808", "0.0000000001", "NaN",
        ])
    func refused(_ text: String) { #expect(Quantity(text) == nil) }

    @Test(
        "A zero in front is not kept, nor the sign of nothing",
        arguments: [("007", "7"), ("-0", "0"), ("-00.50", "-0.50")])
    func normalized(_ text: String, _ kept: String) {
        #expect(Quantity(text)?.description == kept)
    }

    /// Ascending; those on one line are of one size.
    private static let ascending: [[String]] = [
        ["-9223372036854775808"], ["-10.5", "-10.50"], ["-10.499999999"], ["-1", "-1.0"],
        ["-0.000000001"], ["0", "0.0", "0.000000000"], ["0.000000001"], ["0.9"],
        ["1", "1.000000000"], ["1.000000001"], ["2"], ["9223372036.854775807"],
        ["9223372036854775807"],
    ]

    @Test("are ordered by size, exactly")
    func ordered() throws {
        for (rank, texts) in Self.ascending.enumerated() {
            for text in texts {
                let quantity = try #require(Quantity(text))
                for (otherRank, others) in Self.ascending.enumerated() {
                    for otherText in others {
                        let other = try #require(Quantity(otherText))
                        #expect((quantity < other) == (rank < otherRank), "\(text) < \(otherText)")
                    }
                }
            }
        }
    }
}
