package import Annexes
package import Answers
package import Audit
package import Backups
package import Checkpoints
package import Coordinates
package import EntryLog
package import Exchange
package import Extracts
import Failures
package import Files
package import Handlingsplan
import Keys
package import LMDB
import PlanLog
import Programs
package import Publication
package import Registry
package import Repair
package import Sharing
package import Tables
package import TransparencyLog
package import Views
import Web
import Witnessing

/// What the command says to people, in one language: every sentence, word and heading. A language is
/// one folder beside this file.
package protocol Wording: Sendable {
    // MARK: Words of tables

    func heading(_ heading: Heading) -> String
    func label(_ label: Label) -> String
    func status(_ status: Status) -> String
    func kind(_ kind: DocumentKind) -> String
    /// Of a committee that answers.
    func holder(_ code: CommitteeCode, isLead: Bool) -> String
    func area(_ number: AreaNumber) -> String
    func goal(_ number: GoalNumber) -> String
    func due(_ day: CalendarDate) -> String
    func held(_ day: CalendarDate) -> String
    func period(_ period: Period) -> String
    /// Of a guideline that nobody has answered yet.
    var unanswered: String { get }
    /// Of which there are many.
    var entries: String { get }

    // MARK: Actions

    func actionHeading(_ number: ActionNumber, _ state: ActionState?, _ moment: Moment) -> String
    var notRead: String { get }
    func facts(_ facts: [(String, String)]) -> String
    func standing(_ state: ActionState) -> String
    func area(_ number: AreaNumber, _ areas: [AreaStory], at moment: Moment) -> String
    func goal(_ number: GoalNumber, _ goals: [GoalStory], at moment: Moment) -> String
    func consolidation(_ state: ActionState) -> String
    func partner(_ partner: Partner) -> String
    func annex(_ annex: Annex) -> String
    func told(_ code: CommitteeCode, _ told: Told) -> String
    func periods(_ share: Share) -> [String]
    func outcome(_ share: Share) -> String?
    func occurrence(_ standing: OccurrenceStanding) -> String
    func turns(_ turns: [Position]) -> String

    // MARK: Audit

    func audit(_ report: AuditReport, ledger: Hash?) -> [String]
    func hashed(_ report: HashReport, ledger: Hash) -> [String]
    func replayHeading(_ report: ReplayReport, to: CalendarDate) -> String
    func replayRoot(_ report: ReplayReport, ledger: Hash) -> String
    func findings(_ findings: [Finding]) -> [String]
    func problem(_ problem: Problem) -> String

    // MARK: Backups

    func backup(_ report: BackupReport) -> [String]
    var noBackups: String { get }
    func unrememberedBackup(_ failure: FileFailure) -> String
    func restored(_ report: RestorationReport, from place: String, in directory: String) -> [String]
    func seen(_ output: SeenOutput) -> [String]

    // MARK: Checkpoints

    /// A checkpoint that was remembered, as a place.
    var seenBefore: String { get }
    func cosigning(_ asked: AskedWitness, _ answer: CheckpointOutput) -> String

    // MARK: Deadlines

    func trial(_ deadline: Deadline) -> String
    func reading(_ reading: DeadlineReading) -> String

    // MARK: Documents

    func documentHeading(_ state: DocumentState, _ moment: Moment) -> String
    func standing(_ state: DocumentState) -> String
    func force(_ state: DocumentState) -> String
    func compiledStatus(_ action: ActionState) -> String
    func cycle(_ state: DocumentState) -> String?
    func sharesInShort(_ action: ActionState) -> String
    func figures(_ state: DocumentState.IndicatorState) -> [(
        period: String, value: String, target: String, source: String
    )]

    // MARK: Errors

    func sentence(_ error: any Error) -> String

    // MARK: Events

    func event(_ event: Event, _ names: Names) -> String
    func expected(_ forecast: Forecast) -> String
    /// Of an entry that is void.
    func void(_ reason: VoidReason) -> String
    func dealtWith(at position: Position) -> String
    /// Of some that nobody has dealt with.
    func voids(_ voids: VoidEntries) -> String
    /// Of all that an audit knows.
    func voidsFound(_ voids: VoidEntries) -> [String]
    func unknownZone(_ name: String) -> String
    func datedAhead(_ position: Position) -> String

    // MARK: Failures

    func trouble(_ trouble: ViewsTrouble) -> String
    func storage(_ error: LMDBError) -> String
    func waiting(_ wait: Wait) -> String
    var cutShort: String { get }
    var unremembered: String { get }
    func unremembered(_ failure: any Error) -> String

    // MARK: Files

    func annex(_ error: AnnexError) -> String

    // MARK: Help

    func help(of command: CommandName) -> CommandHelp
    func help(_ text: HelpText) -> String
    func heading(of group: CommandName.Group) -> String
    var usageHeading: String { get }
    var argumentsHeading: String { get }
    var optionsHeading: String { get }
    var sharedOptionsHeading: String { get }
    var commandsHeading: String { get }
    var commandPlace: String { get }
    var optionsPlace: String { get }
    var helpOption: String { get }
    var versionOption: String { get }
    func moreHelp(_ names: String) -> String
    func argument(_ text: String, oneOf words: [String], _ standard: String?) -> String

    // MARK: Keys

    func passphrase(for path: String) -> String
    func newPassphrase(for path: String) -> String
    var samePassphrase: String { get }
    func newKey(_ key: NewKeyOutput) -> String

    // MARK: Proofs

    func evidence(_ evidence: EvidenceOutput) -> String
    func extractHeading(_ founding: Founding, _ ledger: Hash?, _ checkpoint: Checkpoint) -> String
    func extractEntries(_ number: Int) -> String
    func founds(_ founding: Founding) -> String
    var whatAnExtractShows: String { get }
    func verification(_ output: VerificationOutput) -> String
    func problem(_ problem: ProofProblem) -> String
    func malformed(_ error: MalformedExtract) -> String

    // MARK: Publication

    func published(
        _ summary: Publication.Summary, in directory: String, key: VerificationKey, ledger: Hash
    ) -> String
    func audit(_ report: PublishedReport, copy: String) -> [String]
    func times(_ sightings: Sightings, of size: TreeSize) -> [String]

    // MARK: Questions

    var wholeName: String { get }
    var toldNothing: String { get }
    var nothingKnown: String { get }
    var noSuchActionThen: String { get }
    var noCommittees: String { get }
    var noDocuments: String { get }
    func committeesHeading(_ moment: Moment) -> String
    func documentsHeading(_ moment: Moment) -> String
    func name(_ naming: Naming) -> String
    func summaryHeading(_ summary: Summary, _ document: DocumentSlug?) -> String
    func area(_ area: AreaSummary) -> String
    func comparisonHeading(_ comparison: SummaryAnswer.Comparison) -> String
    func field(_ difference: Difference) -> String
    func differences(_ row: Knowledge.Row) -> String
    func knownHeading(_ knowledge: Knowledge) -> String
    func annexes(_ annexes: [Annex]) -> String
    func told(_ told: Told) -> String
    func standingAndStatus(_ action: ActionState) -> String
    var nothingOverdue: String { get }
    var nothingDue: String { get }
    func overdueHeading(_ moment: Moment) -> String
    func deadlinesHeading(_ first: CalendarDate, _ last: CalendarDate, _ moment: Moment) -> String
    func what(_ what: DueItem.What) -> String
    func stands(_ item: DueItem) -> String
    func doctorHeading(_ number: Int, _ moment: Moment) -> String
    func entryWarning(_ concern: EntryConcern) -> String

    // MARK: Rebuild

    func rebuilt(_ report: RebuildReport, in duration: Duration) -> String
    func derived(_ report: RebuildReport, from place: String, in duration: Duration) -> String
    func comparison(of report: RebuildReport, isOnly: Bool) -> [String]
    func progress(_ done: UInt64, of total: UInt64, _ noun: String, after duration: Duration)
        -> String

    // MARK: Repair

    func repair(_ report: RepairReport) -> [String]
    func recovery(_ report: RecoveryReport) -> [String]
    func problem(_ error: any Error) -> String

    // MARK: Rights

    func right(_ key: KeysAnswer.Key) -> String
    func keysHeading(_ moment: Moment) -> String

    // MARK: Sharing

    func sharing(_ output: SharingOutput) -> String
    func command(for sharing: Sharing) -> String
    func deviation(
        _ deviation: Deviation, from sharing: Sharing, mendedBy command: String, owner: Account?
    ) -> String

    // MARK: Storage

    func storage(_ use: StorageUse) -> [String]

    // MARK: Warnings

    func warningLine(_ text: String) -> String
    func warningLines(_ warnings: [Warning]) -> [String]
    func warning(_ warning: Warning) -> String

    // MARK: Whatever is shown

    var rehearsal: String { get }
    var emptyBoard: String { get }
    var emptyLog: String { get }
    func boardName(_ board: Board) -> String
    func boardHeading(_ board: Board, told: CommitteeCode?) -> String
    func latest(_ deadline: Deadline?) -> Cell
    func status(_ row: Board.Row) -> String
    func title(_ action: ActionState) -> String
    func responsible(_ action: ActionState) -> String
    func standing(_ standing: ActionStory.Standing) -> String
    func founded(_ founding: FoundingOutput) -> String
    func receipt(_ receipt: Receipt?, hasEvents: Bool) -> String
    func tree(_ receipt: Receipt) -> String
    func entry(_ entry: EntryAnswer) -> String
    func foundPlan(_ document: PlanDocument, file: String) -> String
    var leftOut: String { get }
    func foundTable(_ table: PlanTable, file: String) -> String
    func skippedLine(_ row: PlanTable.SkippedRow) -> String
    func otherLines(of document: PlanDocument) -> [String]
}
