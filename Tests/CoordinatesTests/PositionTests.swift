import Coordinates
import Testing

@Suite("A position in the log")
struct PositionTests {
    @Test("is one less than the size of the log that it ends", arguments: [0, 1, 63, 1 << 40])
    func sizes(index: UInt64) {
        let position = Position(index)
        #expect(position.treeSize == TreeSize(index + 1))
        #expect(position.treeSize.last == position)
        #expect(TreeSize(index).end == position)
        #expect(position.description == String(index))
    }

    @Test("does not exist in an empty log")
    func empty() {
        #expect(TreeSize(0).last == nil)
        #expect(TreeSize(0).end == Position(0))
    }

    @Test("is ordered by its index, and a size by its count")
    func order() {
        #expect(Position(2) < Position(10))
        #expect(TreeSize(2) < TreeSize(10))
    }
}
