import Coordinates
package import Handlingsplan

/// A deadline, for programs: the words, and what they were read to mean.
package struct DeadlineContent: Encodable {
    struct Recurrence: Encodable {
        let every: String
        let interval: Int
        let on: Nullable<String>
        let until: Nullable<String>
    }

    let text: String
    let mode: Nullable<String>
    let precision: Nullable<String>
    let earliest: Nullable<String>
    let latest: Nullable<String>
    let recurrence: Nullable<Recurrence>
    let relation: Nullable<String>
    let receiver: Nullable<String>
    let assumptions: [String]
    let unread: Bool

    package init(_ deadline: Deadline) {
        let reading = deadline.reading
        text = deadline.text
        mode = Nullable(reading?.mode.rawValue)
        precision = Nullable(reading?.precision?.rawValue)
        earliest = Nullable(reading?.earliest?.description)
        latest = Nullable(reading?.latest?.description)
        recurrence = Nullable(
            reading?.recurrence.map { recurrence in
                let on = recurrence.on.map(\.description).joined(separator: " ")
                return Recurrence(
                    every: recurrence.every.rawValue, interval: recurrence.interval,
                    on: Nullable(on.isEmpty ? nil : on), until: Nullable(recurrence.until))
            })
        relation = Nullable(reading?.relation)
        receiver = Nullable(reading?.receiver)
        assumptions = reading?.assumptions.map(\.rawValue) ?? []
        unread = reading == nil
    }
}
