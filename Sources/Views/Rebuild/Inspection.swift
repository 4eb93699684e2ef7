import CBOR
import Coordinates
import EntryLog
import Handlingsplan
import TransparencyLog

/// A look at the rows of a new generation, and at those that they replace.
struct Inspection: ~Copyable {
    let new: StoredRows
    /// Nil where there were none that could be read.
    let old: StoredRows?

    /// The rows of each module in short, and where they are not what they were.
    func inspect() throws -> (modules: [ModuleDigest], drifts: [Drift]) {
        var (modules, drifts): ([ModuleDigest], [Drift]) = ([], [])
        for module in ViewSet.modules {
            let (digest, found) = try inspect(module)
            modules.append(digest)
            drifts += found
        }
        return (modules, drifts)
    }

    private func inspect<Module: Projection>(
        _ module: Module.Type
    ) throws -> (ModuleDigest, [Drift]) {
        let (new, old) = (try new.table(of: module), try old?.table(of: module))
        var tree = Frontier()
        var leaf: [UInt8] = []
        var drifts: [Drift] = []
        try new.forEachRow { key, row in
            leaf.removeAll(keepingCapacity: true)
            leaf += Position(key).key
            row.withUnsafeBytes { leaf += $0 }
            tree.append(Hash.leaf(leaf.span.bytes))
            if let old, try !old.holds(row, key) {
                let rows = try [new, old].compactMap { try $0.bytes(key) }
                drifts.append(try drift(Module.self, key, rows))
            }
        }
        if let old, old.count > Int(tree.size.count) - drifts.count {
            try old.forEachRow { key, _ in
                guard try new.bytes(key) == nil, let row = try old.bytes(key) else { return }
                drifts.append(try drift(Module.self, key, [row]))
            }
        }
        let digest = ModuleDigest(
            name: Module.name, version: Module.version, rowCount: Int(tree.size.count),
            digest: tree.root)
        return (digest, drifts)
    }

    private func drift<Module: Projection>(
        _ module: Module.Type, _ key: UInt64, _ rows: [[UInt8]]
    ) throws -> Drift {
        let position: Position? =
            switch Module.concern(ofDifferent: rows, at: key) {
            case .entry(let position): position
            case .thing(let things, let number): try began(things, number)
            case nil: nil
            }
        return Drift(module: Module.name, key: key, position: position)
    }

    /// The entry that began a thing.
    private func began<Module: StoryProjection>(
        _ module: Module.Type, _ key: UInt64
    ) throws -> Position? {
        guard let bytes = try new.table(of: module).bytes(key) else { return nil }
        return try [ChronicleItem](decoding: bytes.span.bytes).first?.stamp.position
    }
}
