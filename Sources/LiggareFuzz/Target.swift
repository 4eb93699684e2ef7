/// Something that reads foreign bytes, and what holds of it whatever they are. That it neither
/// traps, nor reads memory that is not its own, nor takes too long or too much, libFuzzer sees to.
struct Target: Sendable {
    /// Also that of the folder with its seeds, in `Fixtures/fuzz`.
    let name: String
    let check: @Sendable ([UInt8]) -> Void

    static let all = canaries + [pages, salvage] + log + notes + keys + plans
}

/// Ends the program, so that libFuzzer keeps the input, unless `holds`.
func claim(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError("not so: \(what())") }
}

extension [UInt8] {
    /// A text as whoever reads a file takes it: what is not UTF-8 is replaced.
    var text: String { String(decoding: self, as: UTF8.self) }
}
