import Cores
import Testing

@Suite("Work on all cores")
struct ConcurrentMapTests {
    @Test(
        "The results are in the elements' order", arguments: [0, 1, 31, 32, 33, 1000], [1, 7, 32])
    func order(count: Int, stripe: Int) {
        let squares = concurrentMap(Array(0..<count), stripe: stripe) { $0 * $0 }
        #expect(squares == (0..<count).map { $0 * $0 })
    }
}
