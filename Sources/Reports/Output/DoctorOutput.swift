package import Coordinates
package import Handlingsplan

/// What should be looked at.
package struct DoctorOutput: Output {
    package let files: FileConcerns
    package let concerns: [Warning]
    package let entries: [EntryConcern]
    package let storage: StorageUse
    package let moment: Moment
    package let isRehearsal: Bool

    package init(
        files: FileConcerns, concerns: [Warning], entries: [EntryConcern], storage: StorageUse,
        moment: Moment, isRehearsal: Bool
    ) {
        self.files = files
        self.concerns = concerns
        self.entries = entries
        self.storage = storage
        self.moment = moment
        self.isRehearsal = isRehearsal
    }

    package var isOfConcern: Bool { number > 0 }

    private var number: Int { files.count + concerns.count + entries.count }

    package func text(in words: any Wording) -> String {
        let warnings =
            files.sentences(in: words) + concerns.map { words.warning($0) }
            + entries.map { words.entryWarning($0) }
        return
            ([words.doctorHeading(number, moment)] + warnings.map { words.warningLine($0) }
            + words.storage(storage)).joined(separator: "\n")
    }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal,
            concerns: files.sentences(in: words).map { WarningOutput(kind: "sharing", text: $0) }
                + concerns.map { WarningOutput($0, in: words) }
                + entries.map { WarningOutput($0, in: words) },
            storage: storage)
    }

    private struct Content: Encodable {
        let effective: String
        let position: UInt64
        let rehearsal: Bool
        let concerns: [WarningOutput]
        let storage: StorageUse
    }
}

/// Something about one entry that should be looked at.
package struct EntryConcern {
    package let position: Position
    package let warning: Warning

    package init(position: Position, warning: Warning) {
        self.position = position
        self.warning = warning
    }
}
