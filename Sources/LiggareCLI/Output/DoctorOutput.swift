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

    private var number: Int { files.sentences.count + concerns.count + entries.count }

    var text: String {
        let heading = Texts.doctorHeading(number, moment)
        return
            ([heading] + files.sentences.map(Texts.warningLine)
            + concerns.map { Texts.warningLine(Texts.warning($0)) }
            + entries.map { Texts.warningLine(Texts.entryWarning($0)) }
            + Texts.storage(storage))
            .joined(separator: "\n")
    }

    var content: any Encodable {
        Content(
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal,
            concerns: files.sentences.map { WarningOutput(kind: "sharing", text: $0) }
                + concerns.map(WarningOutput.init) + entries.map(WarningOutput.init),
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
