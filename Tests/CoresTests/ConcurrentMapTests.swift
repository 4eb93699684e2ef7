import Cores
import Foundation
import Testing

@Suite("Work on all cores")
struct ConcurrentMapTests {
    @Test(
        "The results are in the elements' order", arguments: [0, 1, 31, 32, 33, 1000], [1, 7, 32])
    func order(count: Int, stripe: Int) {
        let squares = concurrentMap(Array(0..<count), stripe: stripe) { $0 * $0 }
        #expect(squares == (0..<count).map { $0 * $0 })
    }

    @Test("What is done meanwhile is there when it is asked for, and is waited for when it is not")
    func meanwhile() {
        let thousand = Meanwhile { (0..<1000).reduce(0, +) }
        let unasked = Meanwhile { usleep(1000) }
        #expect(thousand.finish() == 499_500)
        #expect(thousand.finish() == 499_500)
        _ = unasked
    }

    @Test("Of two things that are done at once, each gives what it gives")
    func two() throws {
        #expect(try concurrently({ 1 }, { "two" }) == (1, "two"))
        struct Failure: Error, Equatable { let number: Int }
        for (one, other) in [(1, 2), (1, 0), (0, 2)] {
            #expect(throws: Failure(number: one > 0 ? one : other)) {
                try concurrently(
                    { if one > 0 { throw Failure(number: one) } },
                    { if other > 0 { throw Failure(number: other) } })
            }
        }
    }
}
