import TransparencyLog

/// Every proof that differs from `proof` by one hash corrupted, removed, added or moved by one.
func damaged(_ proof: [Hash]) -> [[Hash]] {
    func changed(_ change: (inout [Hash]) -> Void) -> [Hash] {
        var copy = proof
        change(&copy)
        return copy
    }
    return proof.indices.flatMap { index in
        [
            changed { $0[index] = $0[index].corrupted },
            changed { $0.remove(at: index) },
            changed { $0.insert($0[index], at: index) },
            changed { $0.insert(.emptyTree, at: index) },
        ]
    }
        + proof.indices.dropFirst().map { index in changed { $0.swapAt(index - 1, index) } }
        + [proof + [.emptyTree]]
}

extension Hash {
    /// This hash with one bit flipped.
    var corrupted: Hash {
        var bytes = self.bytes
        bytes[17] ^= 0x10
        return Hash(bytes: bytes)!
    }
}
