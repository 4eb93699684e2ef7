/// A number as Swedes write it in a cell, in the one form that equal numbers share: digits, a point
/// only before a fraction, `-` only before what is not zero, no zeros that could be left out.
///
///     "1 171"  1171       "12,5"  12.5       "−3"  -3       "1.171"  nil
///
/// Thousands are set apart with blanks, also with U+00A0, U+2009 and U+202F; with points only if a
/// comma follows, as in "1.171,5". A point before just three digits and no comma is either, so it
/// is nil. Whatever has more than a number in it is nil: "45 %", "ca 10", "5–7".
package func readDecimal(_ text: String) -> String? {
    var rest = text.trimmed[...]
    let isNegative = rest.first.map { "-\u{2212}".contains($0) } ?? false
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
    let read =
        switch parts.count {
        case 1: readWithPoint(rest)
        case 2: readWithComma(whole: parts[0], fraction: parts[1])
        default: nil as (whole: String, fraction: String)?
        }
    guard let read else { return nil }
    let leading = read.whole.drop { $0 == "0" }
    let whole = leading.isEmpty ? "0" : String(leading)
    var fraction = read.fraction[...]
    while fraction.last == "0" { fraction = fraction.dropLast() }
    let number = fraction.isEmpty ? whole : "\(whole).\(fraction)"
    return isNegative && number != "0" ? "-\(number)" : number
}

private func readWithPoint(_ text: Substring) -> (whole: String, fraction: String)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts[0].joiningThousands(by: blanks) else { return nil }
    switch parts.count {
    case 1: return (whole, "")
    case 2:
        guard parts[1].isOnlyDigits, parts[1].count != 3 else { return nil }
        return (whole, String(parts[1]))
    default: return nil
    }
}

private func readWithComma(
    whole: Substring, fraction: Substring
) -> (whole: String, fraction: String)? {
    guard fraction.isOnlyDigits,
        let whole = whole.joiningThousands(by: blanks) ?? whole.joiningThousands(by: ["."])
    else { return nil }
    return (whole, String(fraction))
}

private let blanks: Set<Character> = [" ", "\u{a0}", "\u{2009}", "\u{202f}"]

extension Substring {
    fileprivate var isOnlyDigits: Bool { !isEmpty && allSatisfy { $0.isASCII && $0.isWholeNumber } }

    /// The digits of a whole number; nil if a group other than the first has not three.
    fileprivate func joiningThousands(by separators: Set<Character>) -> String? {
        let groups = split(omittingEmptySubsequences: false) { separators.contains($0) }
        guard groups.allSatisfy(\.isOnlyDigits),
            groups.count == 1 || groups[0].count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined()
    }
}
