import CLinux

/// The clock of this machine.
package enum SystemClock {
    /// Whether the system says that something keeps it right (adjtimex(2)).
    package static var isSynchronised: Bool {
        var state = clock_state()
        return adjtimex(&state) != Int32(TIME_ERROR)
    }
}
