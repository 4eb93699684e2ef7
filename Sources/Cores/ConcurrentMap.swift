import Dispatch
import Synchronization

/// Transforms each element, on all of the machine's cores. The results are in the elements' order.
/// - Parameter stripe: how many elements a core takes at a time: few enough that no core is long
///   the last one at work.
package func concurrentMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], stripe: Int, _ transform: @Sendable (Element) -> Result
) -> [Result] {
    let stripes = (elements.count + stripe - 1) / stripe
    let results = Mutex<[[Result]]>(Array(repeating: [], count: stripes))
    DispatchQueue.concurrentPerform(iterations: stripes) { index in
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
    DispatchQueue.concurrentPerform(iterations: 2) { index in
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
