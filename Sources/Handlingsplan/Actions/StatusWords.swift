/// The status that a plan's own word says, or nil if it says none of ours for sure.
///
/// Never guessed: what is done in part or not done may be ongoing or not started; what is written
/// off or closed (avskriven, avslutad) is an act of its own; a colour means different things in
/// different municipalities. Case, blanks and punctuation at the end make no difference.
package func readStatus(_ text: String) -> Status? {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
    while let last = words.last, " .,;:!…".contains(last) { words = words.dropLast() }
    return Status(rawValue: String(words)) ?? statuses[String(words)]
}

extension Status {
    /// The word that tables are written with, and that `readStatus` reads back.
    package var swedish: String {
        switch self {
        case .notStarted: "ej påbörjad"
        case .ongoing: "pågående"
        case .delayed: "försenad"
        case .paused: "vilande"
        case .completed: "genomförd"
        }
    }
}

private let statuses: [String: Status] = {
    let begun = ["påbörjad", "påbörjat", "påbörjade", "startad", "startat", "startade"]
    let negations = ["ej", "inte", "icke", "ännu ej", "ännu inte"]
    let done = [
        "klar", "klart", "klara", "färdig", "färdigt", "färdiga", "genomförd", "genomfört",
        "genomförda", "slutförd", "slutfört", "slutförda", "utförd", "utfört", "utförda",
    ]
    let words: [Status: [String]] = [
        .notStarted: negations.flatMap { negation in begun.map { "\(negation) \($0)" } }
            + ["planerad", "planerat", "planerade"],
        .ongoing: begun + ["pågår", "pågående", "löpande"],
        .delayed: ["försenad", "försenat", "försenade"],
        .paused: ["vilande", "pausad", "pausat", "pausade"],
        .completed: done + done.map { "helt \($0)" },
    ]
    var statuses: [String: Status] = [:]
    for (status, forms) in words {
        for form in forms { statuses[form] = status }
    }
    return statuses
}()
