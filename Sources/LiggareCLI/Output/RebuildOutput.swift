import Coordinates

struct RebuildOutput: Output {
    let size: TreeSize
    let isRehearsal: Bool

    init(size: TreeSize, isRehearsal: Bool) {
        self.size = size
        self.isRehearsal = isRehearsal
    }

    var text: String { Texts.rebuilt(size) }

    var content: any Encodable {
        Content(size: size.count, rehearsal: isRehearsal)
    }

    private struct Content: Encodable {
        let size: UInt64
        let rehearsal: Bool
    }
}
