import TestSupport
import Testing

@testable import Exchange

@Suite("Tables from nonsense")
struct PlanTableFuzzTests {
    private static let good = Array(
        """
        Handlingsplan;;;
        Nr;Åtgärd;Ansvarig;Tidplan
        1;"Öppna ""språkcaféer""
        i alla delar";KS, BUN;maj 2018
        2;Städa;"";"2019; eller senare"
        ;;;
        3;Måla;KFN;

        """.utf8)
    /// The bytes that mean something to a reader.
    private static let telling: [UInt8] = [
        0x22, 0x3b, 0x2c, 0x09, 0x0a, 0x0d, 0x20, 0x00, 0x81, 0xc5, 0xe5, 0xef, 0xfe, 0xff,
    ]

    @Test("Any bytes are a table or an error", arguments: SeededGenerator.seeds(4))
    func bytes(seed: UInt64) throws {
        print("LIGGARE_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let length = Int.random(in: 0...80, using: &generator)
            let heading = Bool.random(using: &generator) ? Array("Nr;Uppdrag\n".utf8) : []
            let bytes = heading + (0..<length).map { _ in Self.byte(&generator) }
            _ = try titles(of: bytes, seed: seed)
        }
    }

    @Test("A changed file has no title that it does not say", arguments: SeededGenerator.seeds(4))
    func mutations(seed: UInt64) throws {
        print("LIGGARE_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<1_000 {
            var bytes = Self.good
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = bytes.indices.randomElement(using: &generator)!
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[index] = Self.byte(&generator)
                case 1: bytes.insert(Self.byte(&generator), at: index)
                case 2: bytes.remove(at: index)
                default: bytes.removeSubrange(index..<min(index + 9, bytes.count - 1))
                }
            }
            read += try titles(of: bytes, seed: seed).isEmpty ? 0 : 1
        }
        // Were nothing read, nothing would be tested.
        #expect(read > 50, "LIGGARE_SEED=\(seed)")
    }

    private static func byte(_ generator: inout SeededGenerator) -> UInt8 {
        Bool.random(using: &generator)
            ? telling.randomElement(using: &generator)! : .random(in: 0 ... .max, using: &generator)
    }

    /// The titles, each of which must be in the text, quotation marks and line ends apart.
    private func titles(of bytes: [UInt8], seed: UInt64) throws -> [String] {
        let table: PlanTable
        do throws(PlanTableError) { table = try PlanTable(reading: bytes) } catch { return [] }
        let text = Self.comparable(try DecodedText(bytes).text)
        let titles = table.rows.map { $0.cells[.title] ?? "" }
        for title in titles {
            let isSaid = !title.isEmpty && text.contains(Self.comparable(title))
            #expect(isSaid, "\(title) in \(bytes), LIGGARE_SEED=\(seed)")
        }
        return titles
    }

    private static func comparable(_ text: String) -> [UInt8] {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\"", with: "")
            .utf8.map { $0 }
    }
}
