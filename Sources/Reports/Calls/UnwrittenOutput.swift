package import EntryLog
package import Failures

/// What was to be printed could not be.
package struct UnwrittenOutput: Error {
    package let errno: Int32
    /// What had been recorded by then.
    package var recorded: Receipt?

    package init(errno: Int32, recorded: Receipt? = nil) {
        self.errno = errno
        self.recorded = recorded
    }
}

extension UnwrittenOutput: Failing {
    package var failureKind: FailureKind { .storage("unwritten-output") }
}
