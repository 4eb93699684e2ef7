import Coordinates
import Handlingsplan

/// What should be looked at.
struct DoctorOutput: Output {
    let files: FileConcerns
    let concerns: [Warning]
    let entries: [EntryConcern]
    let storage: StorageUse
    let moment: Moment
    let isRehearsal: Bool

    var isOfConcern: Bool { number > 0 }

    private var number: Int { files.count + concerns.count + entries.count }

    func text(in words: any Wording) -> String {
        let warnings =
            files.sentences(in: words) + concerns.map { words.warning($0) }
            + entries.map { words.entryWarning($0) }
        return
            ([words.doctorHeading(number, moment)] + warnings.map { words.warningLine($0) }
            + words.storage(storage)).joined(separator: "\n")
    }

    func content(in words: any Wording) -> any Encodable {
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
