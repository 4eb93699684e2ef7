extension English {
    func help(_ text: HelpText) -> String {
        switch text {
        // MARK: Of every command
        case .ledger: "The ledger's directory; by default that of LIGGARE_LEDGER."
        case .format:
            "How to print; as csv, tsv, md and html the tables of a list; as cose a receipt."
        case .wait: "How long to wait for another process; by default until it is done."

        // MARK: Of every question
        case .heldOn: "What held on this day, YYYY-MM-DD; by default today."
        case .knownBy: "As it was known at the end of this day; by default now."

        // MARK: Of every recording
        case .holdsFrom: "The day from which it holds, YYYY-MM-DD; by default today."
        case .decision: "Where it was decided, such as \"KS 2014-05-20 § 45\"."
        case .dnr: "The registry number (diarienummer)."
        case .note: "A remark."
        case .commandID: "Names the command, so that sending it again records nothing."
        case .expect: "The position that the entry must get; where another is next, conflict."
        case .recorded:
            "In a rehearsal: when it was recorded, as an RFC 3339 time, or a day, meaning its noon."
        case .clockChecked:
            "The clock was looked at, and is right, though nobody saw to the ledger for a month."
        case .dryRun: "Show what would be recorded, and record nothing."
        case .userKey:
            """
            Your key, or the .pub file of one that an agent keeps; by default that of \
            LIGGARE_KEY, or else liggare/key.pem in your configuration directory.
            """
        case .passphraseFile:
            """
            The file whose first line opens your key; by default that of \
            LIGGARE_PASSPHRASE_FILE, or else you are asked.
            """

        // MARK: Of several
        case .actionNumber: "The action's number."
        case .reason: "Why."
        case .committeeCode: "The committee's code."
        case .endedCommittee: "Its code."
        case .committeeComment: "What else the committee says."
        case .assignees: "The codes of the committees that answer for it."
        case .allCommittees:
            "All committees answer for it (samtliga nämnder), also those established later."
        case .allCommitteesNow:
            "All committees of the day answer for it, and none established later."
        case .leadingCommittee: "The code of the one that leads."
        case .documentSlug: "Its short name."
        case .documentTitle: "Its title."
        case .documentUntil: "The last day on which it is to be in force."
        case .wholeDocument: "The policy or plan that it is part of."
        case .onlyDocument: "Only this plan, or what is done under this policy."
        case .followedUpDocument: "The policy or plan."
        case .bearerDocument: "The policy or plan that it belongs to."
        case .bearerAction: "The number of the action that it belongs to."
        case .indicatorNumber: "The indicator's number."
        case .partnerName: "Its name."
        case .entryPosition: "The entry's position."
        case .file: "The file."
        case .out: "Write it to this file; by default to the standard output."
        case .backupPlace: "The backup's directory."
        case .checkpointKey: "The ledger's own key; by default checkpoint-key.pem beside your key."
        case .witnessState: "Where the witness keeps what it saw. Never restore it from a backup."
        case .witnessName: "The name that it signs with, such as vittne.dals-ed.se."
        case .witnessKey:
            "The witness's key, made where there is none; by default key.pem in its directory."
        case .against: "Checkpoints that you kept: the ledger must be an extension of each."
        case .ledgerID: "The ledger's id, as init printed it."
        case .witnessKeys: "Keys of witnesses whose cosignatures you believe."

        // MARK: Actions
        case .actionAddTitle: "What is to be done."
        case .actionAddPlan: "The plan that it is part of."
        case .actionAddNumber:
            "The number that it has in the plan itself, such as \"A21. 2.2. 10\"."
        case .actionAddArea: "The numbers of the areas that it is tied to."
        case .actionAddGoal: "The numbers of the goals that it is tied to."
        case .actionAddDeadline: "When it is to be done, in the words of the decision."
        case .actionAmendTitle: "What is to be done now."
        case .actionAmendNumber: "The number that it now has in the plan itself."
        case .actionAmendPlan: "The plan that it is carried over to."
        case .actionAmendArea: "The areas that it is tied to now."
        case .actionAmendGoal: "The goals that it is tied to now."
        case .actionAmendComment: "A comment, in place of the one before."
        case .actionSupersedeBy: "The number of the action that takes its place."
        case .transferFrom:
            "Who hands over; may be left out where only one committee answers for it."
        case .transferTo: "Who takes over."
        case .statusStatus: "How far it has come."
        case .statusCommittee:
            "Who reports; may be left out where only one committee answers for the action."
        case .statusPeriod:
            "The period that it is the outcome of, such as 2018 or 2018-T2; it must be over."
        case .forecastExpectation: "Whether it is expected to be completed."
        case .forecastPeriod:
            "The period by whose end, such as 2018 or 2018-T2; it must not be over."
        case .forecastCommittee:
            "Who says so; may be left out where only one committee answers for the action."
        case .reportBackCommittee: "The code of the committee that was told."
        case .reportBackFrom: "The last entry that the report took into account."
        case .reportBackPlan: "Only the actions of this plan."
        case .reportBackAction: "Only these actions."
        case .deadlineSetText: "The words of the decision, such as \"senast den 31 maj 2014\"."
        case .deadlineReadText: "The phrase."
        case .deadlineReadGiven:
            "The day of the decision, from which a year that is not written is taken."

        // MARK: Documents
        case .documentReviseSummary: "What was changed."
        case .documentReviseTitle: "Its new title, if that changes too."
        case .documentProlongUntil: "The last day on which it is now to be in force."
        case .documentRepealSuccessor: "The short name of the one that replaces it."
        case .documentShowHistory: "Show who recorded what about it, and when, too."
        case .policyAdoptSlug: "A short name for it, such as integrationspolicy."
        case .planAdoptSlug: "A short name for it, such as integration-2013."
        case .planAdoptPolicy: "The policy that it carries out."
        case .planExportPlan: "The plan."
        case .planImportFile: "The document or table."
        case .planImportPlan: "A short name for the plan, such as integration-2013."
        case .planImportTitle: "The plan's title; needed for a new one."
        case .planImportPolicy: "The policy that a new plan carries out."
        case .planImportSkipUnread:
            "Record the actions although there are lines that could not be placed."
        case .planImportTable: "The file is a table, whatever its name."
        case .planImportColumn:
            "What a column holds, in place of the guess; without a column, it is left out."
        case .planImportOwner: "Whom the table means by a name that is no committee's."
        case .areaAddTitle: "What it is called."
        case .goalSetTitle: "What is to be reached."
        case .goalSetArea: "The number of the area that it belongs to."
        case .goalSetDeadline: "When, in the words of the document, such as \"inom 24 månader\"."
        case .followUpCycleText: "How often, in the words of the document, such as \"årligen\"."
        case .followUpCycleBy: "The code of the committee that does."
        case .followUpHoldPeriod: "The period, such as 2016 or 2016-T2."
        case .followUpHoldBy: "Who held it; by default whoever follows it up."
        case .followUpHoldSummary: "What came of it."
        case .guidelineIssueText: "What is asked."
        case .guidelineIssueDocument: "The policy or plan that it is about."
        case .guidelineIssueTo: "The codes of the committees that are to answer."
        case .guidelineIssueBy: "Who asks; by default whoever follows the document up."
        case .guidelineIssuePeriod: "The period of the follow-up that it comes from."
        case .guidelineIssueDeadline: "When it is to be answered, in words."
        case .guidelineNumber: "The guideline's number."
        case .guidelineAnswerText: "What it answers."
        case .guidelineAnswerBy: "Who answers; may be left out where it went to one committee."
        case .indicatorDefineName: "What is counted or measured."
        case .indicatorDefineUnit: "In what, such as personer or %."
        case .indicatorDefineGoal: "The number of the goal that it tells about."
        case .indicatorDefineAction: "The number of the action that it tells about."
        case .indicatorTargetBound: "At least, at most, or exactly this."
        case .indicatorTargetValue: "The value, such as 30 or 12,5."
        case .indicatorTargetPeriod: "The period, such as 2018 or 2015/2018."
        case .indicatorObserveValue: "The value, such as 1171 or 12,5."
        case .indicatorObservePeriod: "The period or day, such as 2015 or 2016-03."
        case .indicatorObserveApproximate: "The source says about (cirka)."
        case .indicatorObserveSource: "Where the figure is from."
        case .indicatorObserveSourceDate: "The date that the source bears."
        case .partnerRole: "What it does."
        case .attachCommittee: "The code of the committee that it lay before."

        // MARK: Committees, settings, keys, and who may use a ledger
        case .committeeAddCode: "Its code, such as KS."
        case .committeeAddName: "Its name, such as Kommunstyrelsen."
        case .committeeAddKind:
            """
            What it is: committee (nämnd), executive (kommunstyrelse), council (kommunfullmäktige), \
            subcommittee (utskott), or other. What all committees answer for falls on the first two.
            """
        case .committeeRenameCode: "The code that it has."
        case .committeeRenameName: "Its new name."
        case .committeeRenameNewCode: "Its new code, if that changes too."
        case .committeeMergeCodes: "The codes of the committees that end."
        case .committeeMergeInto:
            "The code of the committee that they become, or CODE=NAME for a new one."
        case .committeeSplitInto:
            "The codes of the committees that follow it, or CODE=NAME for new ones."
        case .committeeDissolveSuccessor: "The code of the committee that succeeds it."
        case .settingTimeZoneName: "Its IANA name, such as Europe/Stockholm."
        case .settingCutOffsDays: "The days, as MM-DD."
        case .settingSeasonsSpring: "The month in which spring begins, 1 to 12."
        case .settingSeasonsSummer: "The month in which summer begins, 1 to 12."
        case .settingSeasonsAutumn: "The month in which autumn begins, 1 to 12."
        case .settingSeasonsWinter: "The month in which winter begins, 1 to 12."
        case .settingBeforeReading: "How it is read."
        case .initName: "The ledger's name, such as \"Dals-Ed\"."
        case .initOrigin:
            "A DNS-like name that no other log has, such as dals-ed.se/handlingsplaner."
        case .initTimeZone: "The IANA time zone in which the ledger's dates are days."
        case .initShared: "Let a group record, by its name or number. See share."
        case .initRehearsal:
            "Found a rehearsal: its recorded times can be chosen, and it proves nothing."
        case .initRecorded: "In a rehearsal: when it was founded, as an RFC 3339 time or a day."
        case .initCommandID:
            "Names the command; by default at random, so that no two ledgers are the same."
        case .keyNewFile: "Where to keep it; by default where your key is looked for."
        case .keyNewPassphrase: "Lock it with a passphrase, for which you are asked twice."
        case .keyListKnown: "As it was at the end of this day, YYYY-MM-DD; by default now."
        case .keyGrantKey: "The public key, as key new prints it, or a .pub file."
        case .keyGrantRole: "What the key may record."
        case .keyGrantCommittee: "The committees that a registrar speaks for."
        case .keyGrantUntil:
            "The last day on which the right holds, YYYY-MM-DD; by default it has no end."
        case .keyGrantHolder: "Who has the key."
        case .keyRevokeKey:
            "The public key or a .pub file; or the beginning of its id, as key list prints it."
        case .shareGroup: "The group that may record, by its name or number."
        case .shareReaders: "The group that may look, by its name or number."
        case .shareNoReaders: "Let no group look that may not record."
        case .shareNobody: "Let nobody use it but its owner."

        // MARK: Corrections, and events of a file
        case .correctPosition: "The position of the entry."
        case .annulPosition: "The position of the entry that records the decision."
        case .disregardFirst: "The position of the void entry, or of the first of several."
        case .disregardLast: "The position of the last."
        case .wrongClockFirst: "The position of the first entry that the wrong clock dated."
        case .raiseFormatTo: "The format's number."
        case .recoverToCheckpoint: "Up to the newest checkpoint that the ledger signed."
        case .recoverWithStanding: "Also what was rightly recorded there."
        case .recoverDryRun: "Show what would be cut off, and change nothing."
        case .appendFile: "The file, in UTF-8 (NDJSON)."

        // MARK: Questions
        case .boardTold: "As this committee had been told by then: only what it had been told of."
        case .knownDay: "The day, YYYY-MM-DD."
        case .knownPlan: "The actions of this plan, also those that it was told nothing of."
        case .knownAction: "These actions, even if it was told nothing of them."
        case .logFrom: "The first position to list."
        case .logTo: "The last position to list."
        case .logSince: "Only what was recorded on this day or later."
        case .logUntil: "Only what was recorded by the end of this day."
        case .logCommittee: "Only what names this committee."
        case .logDocument:
            "Only what is about this policy or plan and what belongs to it, but for actions."
        case .logAction: "Only what is about this action."
        case .logEvent: "Only events of this kind, as --format json names it: StatusReported."
        case .logDecision: "Only decisions with these words in them."
        case .logFollow:
            """
            Stay, and list each entry once it is recorded, until interrupted; as JSON, one object a \
            line. Not with --to or --until.
            """
        case .extractAction: "An action's whole story."
        case .extractCommittee: "A committee's board."
        case .extractTo: "As it was known at the end of this day, YYYY-MM-DD; by default now."
        case .extractEffective: "What held on this day; by default that of --to, or today."
        case .deadlinesFrom: "The first day, YYYY-MM-DD."
        case .deadlinesTo: "The last day, YYYY-MM-DD."
        case .replayTo: "Use what was recorded up to the end of this day, YYYY-MM-DD."
        case .replayEffective: "Show what held on this day; by default the same."
        case .replayCommittee: "Only this committee's board."
        case .summaryCompare: "Show what has changed since the end of this day, too."
        case .verifyKey: "The log's key, as a C2SP vkey."
        case .verifyLedgerID: "The ledger's id."
        case .verifyWitnessKey: "Keys of witnesses that must have cosigned."
        case .verifyMinSize:
            "How many entries the log is known to have had; an older checkpoint does not do."

        // MARK: Keeping it
        case .auditFrom: "Audit the ledger that is published in this directory or at this address."
        case .auditKey:
            """
            With --from: the ledger's verification key, or a file that holds it. Have it from \
            somebody else than the server.
            """
        case .auditCopy: "With --from: where to keep the copy; by default with your other state."
        case .auditHashesOnly:
            "Only hash the entries again, and compare tiles and root: a quick daily check."
        case .backupKeep: "How many earlier states to keep in the backup, beside the newest."
        case .backupAnew: "Verify all of the backup again, and not only what is new."
        case .checkpointWitness: "Where a witness is asked; for each, one."
        case .checkpointWitnessKey:
            "The key of each witness, in their order, as its operator gives it."
        case .checkpointOut: "Where to write the note instead."
        case .checkpointVerificationKey:
            "Sign nothing, and print the key that the ledger's checkpoints are verified with."
        case .publishAnew:
            "Write every file again, also those that are there: mends what was damaged."
        case .publishDirectory: "The directory to write."
        case .rebuildFrom: "Derive the rows from this backup, and only compare them."
        case .repairFrom:
            """
            Where else the entries may lie: backups, auditors' copies and other ledgers' \
            directories, damaged ones too; published ledgers by directory or address.
            """
        case .repairPartial:
            """
            Put the new log in place also where entries are missing, or do not verify. All that is \
            behind the first gap is then no longer in the ledger.
            """
        case .repairDryRun: "Say what would be brought back, and change nothing."
        case .restoreTo: "Leave out the entries after this position."
        case .restoreDirectory:
            "The directory to make the ledger in; by default that of --ledger or LIGGARE_LEDGER."
        case .seenAcceptReason: "Why it went back."
        case .witnessServeLog:
            "The key of a ledger to witness, as checkpoint --verification-key prints it."
        case .witnessServeListen: "Where to listen; with port 0, at a free one."
        }
    }
}
