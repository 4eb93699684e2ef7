/// The fields of objects that several questions print.
enum Shape {
    /// What every question begins with: which day, and as known when.
    static let moment: Set = ["effective", "position", "rehearsal", "schema"]

    /// Those that an action always has.
    static let action: Set = [
        "action", "title", "plan", "standing", "areas", "goals", "due", "responsible",
        "allCommittees", "consolidation", "shares", "partners", "closed",
    ]

    static let consolidation: Set = ["status", "basis", "committees"]

    /// Those that a committee's share always has.
    static let share: Set = ["committee", "status", "since", "reported"]

    static let deadline: Set = [
        "text", "mode", "precision", "earliest", "latest", "recurrence", "relation", "receiver",
        "assumptions", "unread",
    ]

    static let told: Set = ["meeting", "from", "recorded"]
    static let difference: Set = ["field", "before", "after"]

    static let tally: Set = [
        "total", "open", "statuses", "closed", "writtenOff", "superseded", "overdue", "unread",
        "withoutDeadline", "unreported",
    ]

    static let historyLine: Set = [
        "position", "recordedAt", "key", "turnedBy", "counts", "act",
    ]
}
