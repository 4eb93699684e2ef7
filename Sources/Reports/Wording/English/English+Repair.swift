import Answers
import Audit
import Coordinates
import Files
import LMDB
import Publication
import Repair
import TransparencyLog

extension English {
    /// What was cut off a log.
    func recovery(_ report: RecoveryReport) -> [String] {
        let number = entries(UInt64(report.gone.count))
        let what =
            switch report.outcome {
            case .nothingBeyond:
                "The log ends with what its newest checkpoint covers. Nothing was changed."
            case .wouldBeInPlace: "\(number) would be cut off. Nothing was changed."
            case .inPlace(let kept):
                "\(number) were cut off. The log as it was is in \(kept). Back up anew, with backup "
                    + "--anew; others who have seen what went, accept it with seen accept."
            }
        return [
            what, "  size \(report.checkpoint.size), root \(base64(report.checkpoint.root))",
            "  ledger \(report.ledger)",
        ]
    }

    func nothingSigned() -> String {
        "the ledger has signed no checkpoint, so nothing says where to cut. What is void has no effect: "
            + "see audit, and disregard."
    }

    func seenBeyond(_ error: SeenBeyondCheckpoint) -> String {
        "you have seen \(entries(error.seen.count)) of this ledger, and its newest checkpoint covers "
            + "\(error.checkpoint): what was acknowledged is not cut off. See audit, and disregard."
    }

    func standingBeyond(_ error: StandingEntriesBeyond) -> String {
        (error.count == 1
            ? "of what would go, entry \(error.first) was rightly recorded"
            : "of what would go, \(entries(error.count)) from \(error.first) on were rightly recorded")
            + ", and somebody was told so. Nothing was changed. Say with --with-standing that they are to "
            + "go, too."
    }

    /// The account of a repair.
    func repair(_ report: RepairReport) -> [String] {
        if report.outcome == .notDamaged {
            return ["The log is not damaged. Nothing was changed."] + finishedEarlier(report)
        }
        return [outcome(report)] + finishedEarlier(report) + broughtBack(report) + lost(report)
            + next(report) + wrong(report)
    }

    private func outcome(_ report: RepairReport) -> String {
        let number = entries(report.size.count)
        switch report.outcome {
        case .notDamaged: return ""
        case .inPlace(let kept):
            return
                (report.isComplete
                ? "The log was founded anew with all \(number), and is in place."
                : "INCOMPLETE: the log was founded anew with \(number), and is in place.")
                + (kept.map { " The damaged one is in \($0)." } ?? "")
        case .wouldBeInPlace:
            return
                (report.isComplete
                ? "All \(number) can be brought back."
                : "INCOMPLETE: \(number) can be brought back.") + " Nothing was changed."
        case .left where report.isComplete:
            return "NOT REPAIRED: \(number) were found, but do not verify. Nothing was changed."
        case .left:
            return "NOT REPAIRED: only \(number) can be brought back. Nothing was changed."
        }
    }

    private func finishedEarlier(_ report: RepairReport) -> [String] {
        report.finishedEarlier.map {
            ["An earlier repair was cut off: the log that it replaced is now in \($0)."]
        } ?? []
    }

    private func broughtBack(_ report: RepairReport) -> [String] {
        ["  size \(report.size), root \(base64(report.root))"]
            + (report.ledger.map { ["  ledger \($0)"] } ?? [])
            + report.sources.flatMap { source in
                ["  \(entries(source.taken)) from \(source.place)"]
                    + source.problems.map { "    but: \(problem($0))" }
            } + vouched(report)
    }

    /// What of a place could not be used: nothing that the user is to do at once.
    func problem(_ error: any Error) -> String {
        switch error {
        case let error as LMDBError: "\(error)"
        case let error as UnsoundFile: "\(error.name): \(error.detail)"
        case let error as FileFailure: "\(visible(error.path)): \(cause(error.errno))"
        default: sentence(error)
        }
    }

    /// The last entry seals those before it.
    private func vouched(_ report: RepairReport) -> [String] {
        let checkpoint = report.checkpoint.map {
            ["  the first \($0.checkpoint.size) agree with \($0.source)"]
        }
        let rest = report.vouched.end..<report.size.end
        return ["  each is sealed by the next"] + (checkpoint ?? [])
            + (rest.isEmpty ? [] : ["  \(positions(rest)) rests on its signature alone"])
    }

    private func lost(_ report: RepairReport) -> [String] {
        guard !report.isComplete else { return [] }
        let known = report.known.map { known in
            ["The log had \(entries(known.size.count)): \(evidence(known.from)) says so."]
        }
        let missing = report.missing.map {
            "  \(positions($0)) lost: no place has it as it was sealed"
        }
        let unplaced = report.unplaced.map {
            "  \(positions($0)) readable, and back in place once what is before is found"
        }
        let undecided =
            if case .undecided = report.gap {
                [
                    "  position \(report.size.end) has several entries that fit, and none that "
                        + "follows tells which is right"
                ]
            } else { [String]() }
        return (known ?? []) + undecided + missing + unplaced
    }

    private func evidence(_ evidence: RepairReport.Known.Evidence) -> String {
        switch evidence {
        case .checkpoint(let place): place
        case .head: "its head"
        case .entries(let place): "an entry in \(place)"
        }
    }

    private func next(_ report: RepairReport) -> [String] {
        if report.isComplete {
            return report.outcome != .left || report.findings.isEmpty
                ? []
                : [
                    "Leave out the place that has what does not verify; log/ itself by moving it "
                        + "away. Or take it as it is with --partial."
                ]
        }
        if case .inPlace(let kept) = report.outcome {
            return [
                "What is missing is lost, unless another place has it"
                    + (kept.map { ". Keep \($0)." } ?? ".")
            ]
        }
        return [
            "Name other places that may have them with --from, or do without them with --partial."
        ]
    }

    private func wrong(_ report: RepairReport) -> [String] {
        ["What was wrong with the log:"] + findings(report.damages)
            + (report.findings.isEmpty
                ? [] : ["What an audit finds wrong with the new one:"] + findings(report.findings))
    }

    private func entries(_ number: UInt64) -> String {
        count(Int(number), "entry", "entries")
    }

    private func positions(_ range: Range<Position>) -> String {
        let (first, end) = (range.lowerBound.index, range.upperBound.index)
        return end - first == 1 ? "position \(first)" : "positions \(first) to \(end - 1)"
    }
}

// MARK: Failures

extension English {
    var nothingToRepairFrom: String {
        "no place gives the entry that founds the ledger, so nothing could be put together. Name "
            + "a backup, a copy, or where it is published, with --from."
    }

    func nothingToTake(_ error: NothingToTake) -> String {
        "\(error.place) has neither a log nor a published ledger. Check --from."
    }

    func otherLedger(_ error: OtherLedger) -> String {
        "\(error.place) holds another ledger than \(error.than). Nothing was changed. Leave it out."
    }

    func contradicted(_ error: ContradictedRepair) -> String {
        let other = error.and ?? "the entries that were found"
        return "\(error.by) contradicts \(other), of \(entries(error.size.count)): the history was "
            + "rewritten in one place. Nothing was changed. Find out which is right, and leave out "
            + "the other."
    }
}
