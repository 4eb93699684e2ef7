import Glibc
import Synchronization

/// Something that is done in a thread of its own while its maker goes on. Where the system gives no
/// thread, it is done when it is asked for.
package final class Meanwhile<Result: Sendable>: Sendable {
    private let work: Work<Result>
    private let thread: Mutex<pthread_t?>

    package init(_ body: @escaping @Sendable () -> Result) {
        work = Work(body)
        var thread = pthread_t()
        let context = Unmanaged<AnyWork>.passRetained(work)
        let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
            if let work = $0 { Unmanaged<AnyWork>.fromOpaque(work).takeRetainedValue().run() }
            return nil
        }
        if pthread_create(&thread, nil, start, context.toOpaque()) == 0 {
            self.thread = Mutex(thread)
        } else {
            context.release()
            self.thread = Mutex(nil)
        }
    }

    deinit { join() }

    /// Waits for what came of it.
    package func finish() -> Result {
        join()
        return work.result
    }

    private func join() {
        thread.withLock { thread in
            if let thread { pthread_join(thread, nil) }
            thread = nil
        }
    }
}

/// What a thread is given, whatever comes of it.
private class AnyWork: @unchecked Sendable {
    func run() {}
}

private final class Work<Result: Sendable>: AnyWork, @unchecked Sendable {
    private let body: @Sendable () -> Result
    private let done = Mutex<Result?>(nil)

    init(_ body: @escaping @Sendable () -> Result) { self.body = body }

    override func run() { _ = result }

    /// What came of it, which is made the first time.
    var result: Result {
        done.withLock { done in
            let result = done ?? body()
            done = result
            return result
        }
    }
}
