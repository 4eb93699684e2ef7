import Coordinates

// What is personal is best kept out of a public record. Nothing is refused for it: what looks like
// a number of a person may be another number.

extension WrittenText {
    /// What in the text looks personal, each kind once.
    package var personalData: [Warning] {
        (text.hasPersonalIdentityNumber ? [.personalIdentityNumber(field)] : [])
            + (text.hasEmailAddress ? [.emailAddress(field)] : [])
    }
}

extension String {
    /// A Swedish personal identity number or coordination number: (YY)YYMMDD-NNNN with a day that
    /// can be one and the check digit of SS 61 43 31 (Luhn), not part of a longer number.
    fileprivate var hasPersonalIdentityNumber: Bool {
        split { !($0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+")) }
            .contains { word in
                let parts = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "+" }
                let digits = parts.joined()
                let isShaped =
                    parts.count == 1 && [10, 12].contains(digits.count)
                    || parts.count == 2 && parts[1].count == 4
                        && [6, 8].contains(parts[0].count)
                return isShaped && digits.suffix(10).isPersonalIdentityNumber
            }
    }

    fileprivate var hasEmailAddress: Bool {
        split { $0.isWhitespace || "<>(),;:\"".contains($0) }.contains { word in
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { return false }
            let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
            return labels.count >= 2 && labels.dropLast().allSatisfy { !$0.isEmpty }
        }
    }
}

extension Substring {
    /// Of ten digits.
    fileprivate var isPersonalIdentityNumber: Bool {
        let digits = compactMap(\.wholeNumberValue)
        guard digits.count == 10 else { return false }
        let month = digits[2] * 10 + digits[3]
        let day = (digits[4] * 10 + digits[5]) % 60
        guard (1...12).contains(month), (1...31).contains(day) else { return false }
        let sum = digits.enumerated().reduce(0) { sum, digit in
            let weighted = digit.element * (digit.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + weighted / 10 + weighted % 10
        }
        return sum.isMultiple(of: 10)
    }
}
