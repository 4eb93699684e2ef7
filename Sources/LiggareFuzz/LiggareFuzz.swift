import Glibc

/// Gives libFuzzer one reader to try: `LiggareFuzz TARGET [option of libFuzzer | corpus]...`.
/// Without arguments it prints the names of the targets.
@main
enum LiggareFuzz {
    nonisolated(unsafe) fileprivate static var target = Target.all[0]

    static func main() {
        guard let name = CommandLine.arguments.dropFirst().first else {
            for target in Target.all { print(target.name) }
            return
        }
        guard let named = Target.all.first(where: { $0.name == name }) else {
            print("no target is called \(name)")
            exit(EX_USAGE)
        }
        target = named
        // The driver takes over, and the name is not for it.
        var arguments = CommandLine.unsafeArgv
        arguments[1] = arguments[0]
        arguments += 1
        var count = CommandLine.argc - 1
        exit(runDriver(&count, &arguments, testOneInput))
    }
}

/// Calls back with one input after the other (llvm.org/docs/LibFuzzer.html).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Also what libFuzzer's own `main`, which is linked and not used, would call.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    LiggareFuzz.target.check(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
