/// The commands, each with the words that call it, a dot between them. What policies and plans have
/// in common is called as of policies here.
package enum CommandName: String {
    case liggare
    case action
    case actionAdd = "action.add"
    case actionAmend = "action.amend"
    case actionClose = "action.close"
    case actionWriteOff = "action.write-off"
    case actionSupersede = "action.supersede"
    case actionReopen = "action.reopen"
    case actionShow = "action.show"
    case append
    case audit
    case backup
    case partner
    case partnerLink = "partner.link"
    case partnerUnlink = "partner.unlink"
    case attach
    case board
    case checkpoint
    case committee
    case committeeAdd = "committee.add"
    case committeeRename = "committee.rename"
    case committeeMerge = "committee.merge"
    case committeeSplit = "committee.split"
    case committeeDissolve = "committee.dissolve"
    case correct
    case disregard
    case wrongClock = "wrong-clock"
    case raiseFormat = "raise-format"
    case annul
    case deadline
    case deadlineSet = "deadline.set"
    case deadlineRead = "deadline.read"
    case doctor
    case policy
    case policyAdopt = "policy.adopt"
    case policyRevise = "policy.revise"
    case policyProlong = "policy.prolong"
    case policyRepeal = "policy.repeal"
    case area
    case areaAdd = "area.add"
    case goal
    case goalSet = "goal.set"
    case policyShow = "policy.show"
    case overdue
    case deadlines
    case extract
    case followUp = "follow-up"
    case followUpCycle = "follow-up.cycle"
    case followUpHold = "follow-up.hold"
    case guideline
    case guidelineIssue = "guideline.issue"
    case guidelineAnswer = "guideline.answer"
    case indicator
    case indicatorDefine = "indicator.define"
    case indicatorTarget = "indicator.target"
    case indicatorObserve = "indicator.observe"
    case found = "init"
    case key
    case keyNew = "key.new"
    case keyList = "key.list"
    case keyGrant = "key.grant"
    case keyRevoke = "key.revoke"
    case known
    case committees
    case documents
    case log
    case show
    case plan
    case planAdopt = "plan.adopt"
    case planExport = "plan.export"
    case planImport = "plan.import"
    case prove
    case publish
    case rebuild
    case recover
    case repair
    case replay
    case assign
    case transfer
    case restore
    case seen
    case seenShow = "seen.show"
    case seenAccept = "seen.accept"
    case setting
    case settingTimeZone = "setting.time-zone"
    case settingCutOffs = "setting.cut-offs"
    case settingSeasons = "setting.seasons"
    case settingBefore = "setting.before"
    case share
    case status
    case forecast
    case reportBack = "report-back"
    case summary
    case verify
    case witness
    case witnessKey = "witness.key"
    case witnessServe = "witness.serve"

    /// By which it is called among those beside it.
    package var lastWord: String { String(rawValue.split(separator: ".").last ?? "") }

    /// By which the help of `liggare` arranges them.
    package enum Group {
        case setUp, record, look, audit, keep
    }
}

/// What is said of a command.
package struct CommandHelp: ExpressibleByStringLiteral {
    package let abstract: String
    /// In paragraphs; empty where there is no more to say.
    package let discussion: String

    init(_ abstract: String, _ discussion: String = "") {
        self.abstract = abstract
        self.discussion = discussion
    }

    package init(stringLiteral abstract: String) { self.init(abstract) }
}
