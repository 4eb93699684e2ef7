/// What is said of an argument of a command, by what it is for.
package enum HelpText {
    // MARK: Of every command

    case ledger, format, wait

    // MARK: Of every question

    case heldOn, knownBy

    // MARK: Of every recording

    case holdsFrom, decision, dnr, note, commandID, expect, recorded, clockChecked, dryRun,
        userKey, passphraseFile

    // MARK: Of several

    case actionNumber, reason, committeeCode, endedCommittee, committeeComment, assignees,
        allCommittees, allCommitteesNow, leadingCommittee, documentSlug, documentTitle,
        documentUntil, wholeDocument, onlyDocument, followedUpDocument, bearerDocument,
        bearerAction, indicatorNumber, partnerName, entryPosition, file, out, backupPlace,
        checkpointKey, witnessState, witnessName, witnessKey, against, ledgerID, witnessKeys

    // MARK: Actions

    case actionAddTitle, actionAddPlan, actionAddNumber, actionAddArea, actionAddGoal,
        actionAddDeadline, actionAmendTitle, actionAmendNumber, actionAmendPlan, actionAmendArea,
        actionAmendGoal, actionAmendComment, actionSupersedeBy, transferFrom, transferTo,
        statusStatus, statusCommittee, statusPeriod, forecastExpectation, forecastPeriod,
        forecastCommittee, reportBackCommittee, reportBackFrom, reportBackPlan, reportBackAction,
        deadlineSetText, deadlineReadText, deadlineReadGiven

    // MARK: Documents

    case documentReviseSummary, documentReviseTitle, documentProlongUntil, documentRepealSuccessor,
        documentShowHistory, policyAdoptSlug, planAdoptSlug, planAdoptPolicy, planExportPlan,
        planImportFile, planImportPlan, planImportTitle, planImportPolicy, planImportSkipUnread,
        planImportTable, planImportColumn, planImportOwner, areaAddTitle, goalSetTitle, goalSetArea,
        goalSetDeadline, followUpCycleText, followUpCycleBy, followUpHoldPeriod, followUpHoldBy,
        followUpHoldSummary, guidelineIssueText, guidelineIssueDocument, guidelineIssueTo,
        guidelineIssueBy, guidelineIssuePeriod, guidelineIssueDeadline, guidelineNumber,
        guidelineAnswerText, guidelineAnswerBy, indicatorDefineName, indicatorDefineUnit,
        indicatorDefineGoal, indicatorDefineAction, indicatorTargetBound, indicatorTargetValue,
        indicatorTargetPeriod, indicatorObserveValue, indicatorObservePeriod,
        indicatorObserveApproximate, indicatorObserveSource, indicatorObserveSourceDate,
        partnerRole, attachCommittee

    // MARK: Committees, settings, keys, and who may use a ledger

    case committeeAddCode, committeeAddName, committeeAddKind, committeeRenameCode,
        committeeRenameName,
        committeeRenameNewCode, committeeMergeCodes, committeeMergeInto, committeeSplitInto,
        committeeDissolveSuccessor, settingTimeZoneName, settingCutOffsDays, settingSeasonsSpring,
        settingSeasonsSummer, settingSeasonsAutumn, settingSeasonsWinter, settingBeforeReading,
        initName, initOrigin, initTimeZone, initShared, initRehearsal, initRecorded, initCommandID,
        keyNewFile, keyNewPassphrase, keyListKnown, keyGrantKey, keyGrantRole, keyGrantCommittee,
        keyGrantUntil, keyGrantHolder, keyRevokeKey, shareGroup, shareReaders, shareNoReaders,
        shareNobody

    // MARK: Corrections, and events of a file

    case correctPosition, annulPosition, disregardFirst, disregardLast, wrongClockFirst,
        raiseFormatTo, appendFile, recoverToCheckpoint, recoverWithStanding,
        recoverDryRun

    // MARK: Questions

    case boardTold, knownDay, knownPlan, knownAction, logFrom, logTo, logSince, logUntil,
        logCommittee, logDocument, logAction, logEvent, logDecision, logFollow, extractAction,
        extractCommittee, extractTo, extractEffective, deadlinesFrom, deadlinesTo, replayTo,
        replayEffective, replayCommittee, summaryCompare, verifyKey, verifyLedgerID,
        verifyWitnessKey, verifyMinSize

    // MARK: Keeping it

    case auditFrom, auditKey, auditCopy, auditHashesOnly, backupKeep, backupAnew, checkpointWitness,
        checkpointWitnessKey, checkpointOut, checkpointVerificationKey, publishAnew,
        publishDirectory, rebuildFrom, repairFrom, repairPartial, repairDryRun, restoreTo,
        restoreDirectory, seenAcceptReason, witnessServeLog, witnessServeListen
}
