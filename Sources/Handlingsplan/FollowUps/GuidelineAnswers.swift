package import Coordinates

/// Whether one of those that a guideline went to has answered it.
package struct Addressee: Hashable, Sendable {
    package let committee: CommitteeNumber
    package let code: CommitteeCode
    /// The day of its first answer; nil while it has not answered.
    package let answered: CalendarDate?
}

extension GuidelineStory {
    /// Those that are to answer at the register's moment, in the order of their numbers: the
    /// committees that it went to, or after their end those that answer for them. An answer counts
    /// for whoever succeeds the committee that gave it. None at a moment when there is no such
    /// guideline.
    package func addressees(in register: CommitteeRegister) -> [Addressee] {
        let moment = register.moment
        guard let guideline = guideline.value(at: moment) else { return [] }
        return register.answering(.these(guideline.addressees)).map { committee in
            let answer = answers.visible(at: moment)
                .first { register.holder(of: $0.value.committee) == committee }
            return Addressee(
                committee: committee, code: register.code(of: committee),
                answered: answer?.stamp.effective)
        }
    }

    /// Those of them that have not answered.
    package func unanswered(in register: CommitteeRegister) -> [Addressee] {
        addressees(in: register).filter { $0.answered == nil }
    }
}
