extension English {
    func help(of command: CommandName) -> CommandHelp {
        switch command {
        case .liggare:
            CommandHelp(
                "An immutable, signed ledger of municipal action plans (handlingsplaner).",
                """
                Administrators record what is decided and reported; committees read their \
                boards; auditors replay the history to any date and verify it. A ledger is a \
                directory, named by --ledger or by LIGGARE_LEDGER.
                """)
        case .action: "Actions (åtgärder)."
        case .actionAdd: "An action is decided."
        case .actionAmend:
            "Something about an action changes, or it is carried over to another plan."
        case .actionClose: "An action is closed: nothing more is expected."
        case .actionWriteOff: "An action is written off (avskrivs): it will not be done."
        case .actionSupersede: "Another action takes an action's place (ersätts)."
        case .actionReopen: "An action that was closed, written off or superseded is reopened."
        case .actionShow:
            "Show an action's whole story: who recorded what, when, and what was corrected."
        case .append:
            CommandHelp(
                "Record the events of a file as one command: all of them, or none.",
                """
                One JSON object a line, with the names that log --format json prints: its event, \
                the fields of that event, and perhaps effective, decision, dnr and note, which \
                else are those of the command. Each line becomes an entry. Several events that \
                belong together become one as {"events": [...]}: one decision, signed once, and \
                corrected as a whole. Each event is judged on what those before it lead to. A \
                ResponsibilityTransferred names those who take over in "to"; an annex is \
                attached with attach.
                """)
        case .audit:
            CommandHelp(
                "Verify a whole ledger, and derive everything in it again.",
                """
                With --from, a published ledger is audited: only what is new since the last time \
                is fetched and checked, and a copy is kept, which --ledger can then be given.

                A ledger can be rewritten so that everything in it fits together. What shows \
                that is what you know from elsewhere: its id, checkpoints that you kept, and \
                witnesses.
                """)
        case .backup:
            CommandHelp(
                "Copy the ledger to another place while others record, and verify the copy.",
                """
                The first time all is copied and verified; later what is new is added, once the \
                ledger was found to begin with all that the backup has. The backup can be read \
                and audited with --ledger, and made a ledger again with restore. Without a \
                place, the places are listed that the ledger was backed up to.

                What was checked, from where to where, and what was found, is kept in \
                attestation.json there. No backup holds a private key: keep copies of those \
                elsewhere. A plain copy of the directory, made while somebody records, may be \
                unusable.
                """)
        case .partner: "Partners that take part (samverkansparter)."
        case .partnerLink: "A partner takes part."
        case .partnerUnlink: "A partner no longer takes part."
        case .attach:
            CommandHelp(
                "Attach a file (bilaga). A copy is kept beside the log.",
                "The log holds its SHA-256, and audit checks that the copy is still that file.")
        case .board: "Show a committee's actions."
        case .checkpoint:
            CommandHelp(
                "Sign what the ledger holds now, and have witnesses cosign it.",
                """
                The checkpoint, a C2SP signed note, is kept in the ledger's folder checkpoints, \
                and printed. Whoever has it can tell if the ledger is ever changed, shortened, \
                or shown otherwise to somebody else.
                """)
        case .committee: "Committees (nämnder)."
        case .committeeAdd: "A committee is established."
        case .committeeRename: "A committee is renamed. It stays the same committee."
        case .committeeMerge: "Committees become part of another, which answers for their actions."
        case .committeeSplit:
            CommandHelp(
                "A committee ends, and several follow it.",
                """
                Which of them is to answer for an action, nobody can tell from the split: each \
                action stays on the board of the committee that was split until it is handed \
                over with transfer. The receipt and doctor list those left.
                """)
        case .committeeDissolve:
            CommandHelp(
                "A committee is dissolved.",
                """
                A successor answers for its actions from that day. Without one they stay on its \
                board until they are transferred or assigned anew.
                """)
        case .correct:
            CommandHelp(
                "Say that an earlier entry was wrong.",
                """
                What the entry said no longer counts from here on; what was shown before stays \
                what it was. Record afterwards what is right. A correction can itself be \
                corrected.
                """)
        case .annul:
            CommandHelp(
                "Say that a decision was annulled (upphävt), by a court or by who made it.",
                """
                The entry was right, but its decision is held never to have been made. As with a \
                correction, what was shown before stays what it was.
                """)
        case .disregard:
            CommandHelp(
                "Say that void entries were seen, and dealt with.",
                """
                An entry that was not rightly recorded is void: it has no effect, and every answer, \
                audit and checkpoint says so, or refuses. Once a steward has looked into it, this \
                ends that, so that the next one shows. The entry stays in the log, and stays void.
                """)
        case .wrongClock:
            CommandHelp(
                "Say that the clock was wrong from an entry on.",
                """
                The entries from that one on then count as recorded now, or when a witness first saw \
                them if that was before, and times go on from there, \
                even where the wrong clock was ahead. Set the clock first. Where no --effective was \
                given, the day is the wrong clock's, too: correct those entries.
                """)
        case .raiseFormat:
            CommandHelp(
                "Put a newer format of the log in force.",
                """
                From the next entry on, what that format adds can be recorded. Programs that do not \
                know it stop there, and say so: first have everybody who reads the ledger, auditors \
                too, use a newer liggare.
                """)
        case .deadline: "Deadlines (tidsgränser)."
        case .deadlineSet: "An action's deadline is set or moved."
        case .deadlineRead:
            CommandHelp(
                "Show how a phrase is read. Nothing is recorded.",
                """
                Read by what the ledger has settled about words (see setting), and without a \
                ledger by the standards.
                """)
        case .doctor:
            CommandHelp(
                "List what should be looked at in the whole ledger.",
                """
                Nothing here is forbidden: deadlines that could not be read, actions that nobody \
                answers for, guidelines without an answer, files that those cannot use with whom \
                the ledger is shared, or that others can, and the like. Exit code 1 where there \
                is anything. Damage is found by audit. The last lines say how much room the \
                ledger takes, and who is reading it.
                """)
        case .policy: "Policies (styrdokument)."
        case .policyAdopt: "A policy is adopted."
        case .policyRevise:
            "It is revised: say what changed. Changes of actions are recorded on their own."
        case .policyProlong: "It is prolonged."
        case .policyRepeal: "It is repealed (upphävs)."
        case .area: "Prioritised areas (prioriterade områden)."
        case .areaAdd: "An area is defined."
        case .goal: "Goals (mål)."
        case .goalSet: "A goal is set."
        case .policyShow:
            "Show it with all that belongs to it: areas, goals, actions, figures, follow-ups."
        case .overdue:
            CommandHelp(
                "List what is late: the last day is past, or an occasion was missed.",
                "Nobody reports this: it follows from the deadlines and from what is completed.")
        case .deadlines:
            CommandHelp(
                "List what falls due in some days: actions, goals, follow-ups, answers.",
                "What recurs falls due once for each time, and each is due, done or missed.")
        case .extract:
            CommandHelp(
                "Write an answer that can be checked without the ledger.",
                """
                One text file: what action show or board prints, and below it the proofs of the \
                entries that it follows from. Hand it to anybody; liggare verify checks it.
                """)
        case .followUp: "Follow-ups of policies and plans (uppföljning)."
        case .followUpCycle: "Say who follows a policy or plan up, and how often."
        case .followUpHold: "A follow-up was held."
        case .guideline: "Guidelines that come of follow-ups (riktlinjer)."
        case .guidelineIssue: "Committees are asked to do something better."
        case .guidelineAnswer: "A committee answers."
        case .indicator: "Indicators, targets and observations (nyckeltal)."
        case .indicatorDefine: "An indicator is defined."
        case .indicatorTarget: "Say what it is to be in a period."
        case .indicatorObserve: "Say what it was in a period, and who says so."
        case .found:
            CommandHelp(
                "Found a ledger, and make a key for yourself if you have none.",
                "You are its first steward; key grant lets others record.")
        case .key:
            CommandHelp(
                "Keys that sign what is recorded, and who may record what.",
                """
                A steward may record anything. A registrar (registrator) may record what speaks \
                for committees that the right names: status, forecast, report-back, follow-up \
                hold, guideline answer, an annex of the committee's own, and corrections of \
                these.
                """)
        case .keyNew:
            CommandHelp(
                "Make a key for yourself where there is none.",
                "No ledger is needed, and no key is ever overwritten.")
        case .keyList: "Who may record what, or might on an earlier day."
        case .keyGrant:
            CommandHelp(
                "Give a key a right, in place of any that it has.",
                "It holds from this entry on, and takes a steward to give.")
        case .keyRevoke: "Take a key's right from it, from this entry on."
        case .known:
            CommandHelp(
                "Show what a committee knew on a day (vad visste nämnden när).",
                """
                For each action: what the committee had been told by that day, what the ledger \
                held by then, and the difference. By default the actions that it answered for, \
                and those that it had been told of. What was attached to the committee for that \
                day is named first.
                """)
        case .committees: "List the committees, with those that have ended."
        case .documents: "List the policies and plans, with those repealed."
        case .log:
            CommandHelp(
                "List what was recorded, in order.",
                """
                What several options ask for must all be so. With --follow, what they name need \
                not be there yet.
                """)
        case .show: "Show one entry, and whether its signature holds."
        case .plan: "Action plans (handlingsplaner)."
        case .planAdopt: "A plan is adopted."
        case .planExport:
            CommandHelp(
                "Write a plan as a table for Excel, which plan import reads back.",
                """
                CSV in UTF-8, separated by semicolons. A status is given where all committees \
                that answer have reported the same; how far each has come, plan show tells. \
                Texts stay as they are, also one that Excel takes for a formula.
                """)
        case .planImport:
            CommandHelp(
                "Adopt the plan found in a document or a table, or record what changed in it.",
                """
                A text or Markdown document: in the section headed Handlingsplan each bullet is \
                an action; what it has in bold at its end, or as a last sentence that begins \
                with "Klart", is its deadline, kept word for word.

                A table (.csv, .tsv or --table): as Excel writes it, separated by semicolons, \
                commas or tabs, in UTF-8, UTF-16 or Windows-1252. What its columns hold is \
                guessed from their headings, and shown first.

                A plan that is recorded already is compared with the file: only what changed is \
                recorded. Actions are recognised by their number in the plan, else by their \
                title. What the file leaves out stays as it is. It is one command: all of it is \
                recorded, or nothing.
                """)
        case .prove:
            CommandHelp(
                "Write a proof that the log holds an entry.",
                """
                A C2SP tlog-proof, with the entry in it: liggare verify, or any tool for such \
                proofs, checks it without the ledger. With --format cose, the entry with a \
                receipt instead (RFC 9942), which the ledger's own key signs now, for archives \
                and tools that take COSE.
                """)
        case .publish:
            CommandHelp(
                "Write the ledger as static files that anybody can check, and any server serve.",
                """
                Signs a checkpoint of the ledger as it stands, and writes what is new since the \
                last time. All that was ever recorded is in these files, notes and names of key \
                holders included. Annexes are not.
                """)
        case .rebuild:
            CommandHelp(
                "Derive the views again from the log, and put them in place of the old ones.",
                """
                Each row is compared with the one that it replaces: where they differ, that is a \
                finding, and the exit code is 1. What was made, and how it compares, is kept in \
                views/current/attestation.json. Needs no permission to write the log.

                With --from, the rows are derived from a backup, the ledger's log is not looked \
                at, and nothing is replaced. Rows that differ are set aside, and derived anew by \
                whoever records next. Meant to be run each night, after the backup; see \
                tools/night.
                """)
        case .recover:
            CommandHelp(
                "Cut off what stands in the log behind its newest checkpoint.",
                """
                For entries that a stranger wrote there, and that nobody should have to publish. \
                What goes is shown, and a copy of the whole log is set aside. Nothing is cut off \
                that a checkpoint covers, and so a witness or what was published, nor what you \
                have seen. Mostly disregard is enough: what is void has no effect.
                """)
        case .repair:
            CommandHelp(
                "Found a damaged log anew from what is still sound, and from other places.",
                """
                Each entry is taken from where it is found, and only where a later entry's seal, \
                a checkpoint or its signature vouches for it. Where all of them are brought \
                back, the new log is put in place, and the damaged one is kept beside it as \
                log.damaged-1. A log that is not damaged is left as it is.
                """)
        case .replay:
            CommandHelp(
                "Derive the boards again from the entries alone, up to a date, and verify them.",
                """
                Checks each signature and seal on the way and the root at the end, and compares \
                the boards with what the views show for the same moment.
                """)
        case .assign: "Say which committees answer for an action, in place of those before."
        case .transfer: "One committee hands its responsibility for an action over."
        case .restore:
            CommandHelp(
                "Make a ledger again from a backup, in a directory that is empty or new.",
                """
                The copy is verified, and its views are derived. Give back what no backup holds: \
                the private keys, and with share who may use it. Whoever saw the ledger when it \
                was longer accepts that once with seen accept.
                """)
        case .seen: "What you last saw of the ledger, by which an old copy in its place is found."
        case .seenShow: "Show what you last saw of the ledger."
        case .seenAccept:
            CommandHelp(
                "Take the ledger as it is now for the true one, after it went back.",
                """
                After a restored backup, a ledger is shorter than you saw it. Find out first \
                what happened: the same is seen where somebody puts an old copy in its place. \
                What you accept, and why, is kept with what you saw.
                """)
        case .setting:
            CommandHelp(
                "What the ledger settles about days and words.",
                "A setting holds from its effective day, as all else does.")
        case .settingTimeZone: "The time zone in which dates are days."
        case .settingCutOffs:
            "The days of each year up to which committees report (avstämningsdatum)."
        case .settingSeasons: "The first month of each season, as a number."
        case .settingBefore: "Whether \"innan januari\" ends before January, or includes it."
        case .share:
            CommandHelp(
                "Let a group of this machine record in the ledger, or look at it, or show who may.",
                """
                Log, views, annexes and checkpoints are made usable by the group, and what is \
                made later is, too, whatever the umask. Readers can look and audit, but change \
                nothing, and keep nobody waiting. What is not named stays as it is; without \
                arguments, it is shown. Whose key may sign what is another matter: see key \
                grant.
                """)
        case .status: "A committee reports how far it has come."
        case .forecast:
            CommandHelp(
                "A committee says how far it expects to come (prognos).",
                "Kept apart from what then comes of it, which is reported with status --for.")
        case .reportBack:
            CommandHelp(
                "A committee was told how things stood (återrapport).",
                """
                Recorded with the day of the meeting as --effective and its paragraph as \
                --decision. The report shows what the ledger held at a position: by default the \
                last one recorded by the end of that day.
                """)
        case .summary:
            CommandHelp(
                "Compile how far all committees have come, per area and committee.",
                """
                In the whole and in each area, an action counts once, with a status compiled \
                from its committees'; for a committee, its own share counts. Unreported is what \
                nobody has said anything of since the last follow-up period began (see setting \
                cut-offs).
                """)
        case .verify:
            CommandHelp(
                "Check a proof or an extract, without the ledger.",
                """
                What you know from elsewhere, give it: the ledger's id, the log's key, the keys \
                of witnesses that must have cosigned. Without --key, an extract is checked under \
                the key that it names itself.
                """)
        case .witness:
            CommandHelp(
                "Be a witness for the ledgers of others.",
                """
                A witness confirms that a ledger only grows: it cosigns each checkpoint that \
                continues the last one that it saw, with the time, and none that contradicts it. \
                It needs no copy of the ledger, and learns nothing of what it holds.
                """)
        case .witnessKey: "Print the witness's key, to hand to ledgers and auditors."
        case .witnessServe:
            CommandHelp(
                "Answer ledgers over HTTP, until stopped.",
                """
                Prints a line for each request: when, which ledger, its size, and the HTTP \
                status. Put a web server with TLS before it.
                """)
        }
    }
}
