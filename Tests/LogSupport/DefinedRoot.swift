package import TransparencyLog

/// MTH of RFC 6962, section 2.1, as written there.
package func definedRoot(_ leaves: ArraySlice<Hash>) -> Hash {
    guard let first = leaves.first else { return .emptyTree }
    guard leaves.count > 1 else { return first }
    var k = 1
    while k * 2 < leaves.count { k *= 2 }
    return .node(definedRoot(leaves.prefix(k)), definedRoot(leaves.dropFirst(k)))
}
