extension String {
    /// Whether two texts have the same bytes. `==` does not ask for that: it takes the Kelvin sign
    /// for a K, but a signature over the one is not a signature over the other.
    func isSpelled(like other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension UInt64 {
    /// A number in decimal digits: nil with a sign or a leading zero, or if it is 2⁶⁴ or more.
    init?(decimal text: String) {
        self.init(text)
        guard text.isSpelled(like: String(self)) else { return nil }
    }
}
