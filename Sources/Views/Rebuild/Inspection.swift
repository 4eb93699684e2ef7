import CBOR
import Coordinates
import EntryLog
import Glibc
import Handlingsplan
import LMDB
import TransparencyLog

/// A look at the rows of a new generation, and at those that they replace.
struct Inspection: ~Copyable {
    let new: StoredRows
    /// Nil where there were none that could be read.
    let old: StoredRows?

    /// The rows of a module in short, and where they are not what they were.
    func inspect<Module: Projection>(_ module: Module.Type) throws -> (ModuleDigest, [Drift]) {
        var tree = Frontier()
        var drifts: [Drift] = []
        try new.forEachRow(of: module) { key, row in
            tree.append(Hash.leaf((Position(key).key + row).span.bytes))
            let before = try old?.bytes(of: module, key)
            if let old, before != row {
                drifts.append(
                    try drift(Module.self, key, [row, before].compactMap(\.self), in: old))
            }
        }
        if let old, try old.count(module) > Int(tree.size.count) - drifts.count {
            try old.forEachRow(of: module) { key, row in
                if try new.bytes(of: module, key) == nil {
                    drifts.append(try drift(Module.self, key, [row], in: old))
                }
            }
        }
        let digest = ModuleDigest(
            name: Module.name, version: Module.version, rowCount: Int(tree.size.count),
            digest: tree.root)
        return (digest, drifts)
    }

    private func drift<Module: Projection>(
        _ module: Module.Type, _ key: UInt64, _ rows: [[UInt8]], in old: StoredRows
    ) throws -> Drift {
        let position: Position? =
            switch Module.concern(ofDifferent: rows, at: key) {
            case .entry(let position): position
            case .action(let number): try began(ActionRows.self, UInt64(number.value))
            case .committee(let number): try began(CommitteeRows.self, UInt64(number.value))
            case nil: nil
            }
        return Drift(module: Module.name, key: key, position: position)
    }

    /// The entry that began a thing.
    private func began<Module: StoryProjection>(
        _ module: Module.Type, _ key: UInt64
    ) throws -> Position? {
        guard let bytes = try new.bytes(of: module, key) else { return nil }
        return try [ChronicleItem](decoding: bytes.span.bytes).first?.stamp.position
    }
}

/// What is first concerned where a row was another than it is to be.
enum Concern {
    case entry(Position)
    case action(ActionNumber)
    case committee(CommitteeNumber)
}

extension Projection {
    /// - Parameter rows: the row as it is to be and as it was, or the only one of them.
    fileprivate static func concern(ofDifferent rows: [[UInt8]], at key: UInt64) -> Concern? {
        if Self.self is CorrectionRows.Type { return .entry(Position(key)) }
        if Self.self is ListRows.Type {
            return firstDifference(rows, ActionNumber.self).map { .action($0) }
        }
        if Self.self is SuccessionRows.Type || Self.self is CodeRows.Type {
            return firstDifference(rows, CommitteeNumber.self).map { .committee($0) }
        }
        return firstDifference(rows, ChronicleItem.self).map { .entry($0.stamp.position) }
    }
}

/// The first element that not all have, as far as they can be read.
private func firstDifference<Element: CBORCodable & Hashable>(
    _ rows: [[UInt8]], _ kind: Element.Type
) -> Element? {
    let lists = rows.compactMap { try? [Element](decoding: $0.span.bytes) }
    guard let first = lists.first else { return nil }
    guard lists.count == 2, let second = lists.last else { return first.first }
    let same = zip(first, second).prefix { $0 == $1 }.count
    return first.dropFirst(same).first ?? second.dropFirst(same).first
}
