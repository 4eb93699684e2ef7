import Glibc

/// An open file or folder, closed with this value.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Nil where it cannot be opened: `errno` says why.
    init?(_ path: String, _ flags: Int32, mode: mode_t = 0) {
        let number = open(path, flags | O_CLOEXEC, mode)
        // A value that has its number is closed also when it fails to be made, and that would
        // change `errno`.
        guard number >= 0 else { return nil }
        self.number = number
    }

    deinit { close(number) }
}
