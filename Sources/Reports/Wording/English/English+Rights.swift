import Answers
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import TransparencyLog

extension English {
    func granted(_ writer: Writer, _ right: Right, _ names: Names) -> String {
        "key \(writer.idText)" + (right.holder.map { " of \($0)" } ?? "")
            + " made \(role(right, names))"
            + (right.until.map { ", until \($0.rfc3339)" } ?? "")
    }

    func role(_ right: Right, _ names: Names) -> String {
        switch right.role {
        case .steward: "steward"
        case .registrar(let committees): "registrar for \(names.codes(committees))"
        }
    }

    func right(_ key: KeysAnswer.Key) -> String {
        guard let right = key.right else { return "revoked" }
        return role(right, key.names) + (key.isInForce ? "" : ", ended")
    }

    func keysHeading(_ moment: Moment) -> String {
        "Who may record, as known at position \(moment.known)."
    }

    func revoked(_ writer: Writer, _ reason: String?) -> String {
        "key \(writer.idText) revoked" + (reason.map { ": \($0)" } ?? "")
    }

    func notPermitted(_ error: NotPermitted) -> String {
        let why = objection(error.objection) { error.committee?.description ?? "committee \($0)" }
        return "your key \(error.writer.idText) may not record this: \(why). "
            + "Ask a steward to record it, or to grant the right with key grant."
    }

    /// What is wrong with an entry by a key, as the end of a sentence.
    func objection(
        _ objection: RightObjection, _ name: (CommitteeNumber) -> String
    ) -> String {
        switch objection {
        case .noRight: "it was never given a right"
        case .revoked(let position): "its right was revoked by entry \(position)"
        case .ended(let until): "its right ended \(until.rfc3339)"
        case .committeesEnded: "it is a registrar's, and none of its committees is left"
        case .takesLastingSteward:
            "its right has an end, and this takes a steward's without one"
        case .takesSteward: "it is a registrar's, and this takes a steward"
        case .otherCommittee(let number):
            "it is a registrar's, but not one for \(name(number))"
        }
    }
}
