import Glibc
import Synchronization

/// Transforms each element, on all of the machine's cores. The results are in the elements' order.
/// - Parameter stripe: how many elements a core takes at a time: few enough that no core is long
///   the last one at work.
package func concurrentMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], stripe: Int, _ transform: @Sendable (Element) -> Result
) -> [Result] {
    let stripes = (elements.count + stripe - 1) / stripe
    let results = Mutex<[[Result]]>(Array(repeating: [], count: stripes))
    forEach(below: stripes) { index in
        let first = index * stripe
        let mapped = elements[first..<min(first + stripe, elements.count)].map(transform)
        results.withLock { $0[index] = mapped }
    }
    return results.withLock { $0.flatMap(\.self) }
}

/// Does two things at once, and waits for both.
/// - Throws: what the first throws, else what the other does.
package func concurrently<One: Sendable, Other: Sendable>(
    _ one: @Sendable () throws -> One, _ other: @Sendable () throws -> Other
) throws -> (One, Other) {
    let results = Mutex<(Result<One, any Error>?, Result<Other, any Error>?)>((nil, nil))
    forEach(below: 2) { index in
        if index == 0 {
            let result = Result { try one() }
            results.withLock { $0.0 = result }
        } else {
            let result = Result { try other() }
            results.withLock { $0.1 = result }
        }
    }
    guard case (let one?, let other?) = results.withLock({ $0 }) else {
        preconditionFailure("both have been done")
    }
    return (try one.get(), try other.get())
}

/// Does something for each number, in as many threads as there are cores, two at least, and this one
/// among them.
///
/// Threads of our own, and not Dispatch, which ends the program where it may open no more files.
/// Where the system gives no more threads, those that there are do all of it.
private func forEach(below count: Int, _ body: @Sendable (Int) -> Void) {
    let cores = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    withoutActuallyEscaping(body) { body in
        let work = Work(count, body)
        var threads: [pthread_t] = []
        for _ in 1..<max(1, min(cores, count)) {
            var thread = pthread_t()
            let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
                if let work = $0 { Unmanaged<Work>.fromOpaque(work).takeUnretainedValue().run() }
                return nil
            }
            let context = Unmanaged.passUnretained(work).toOpaque()
            guard pthread_create(&thread, nil, start, context) == 0 else { break }
            threads.append(thread)
        }
        work.run()
        withExtendedLifetime(work) {
            for thread in threads { pthread_join(thread, nil) }
        }
    }
}

/// Numbers that threads take one after the other, until there are none.
private final class Work: Sendable {
    private let count: Int
    private let body: @Sendable (Int) -> Void
    private let next = Atomic<Int>(0)

    init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        self.count = count
        self.body = body
    }

    func run() {
        while true {
            let number = next.add(1, ordering: .relaxed).oldValue
            guard number < count else { return }
            body(number)
        }
    }
}
