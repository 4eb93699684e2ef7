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
