import Coordinates

// The rules on who may record.

extension Decider {
    func grant(_ grant: KeyGrant) throws(Rejection) -> [Event] {
        try checkHoldsAtOnce()
        if let until = grant.until, !Timestamp.recordable.contains(until) {
            throw .rightEndsOutOfRange
        }
        if let holder = grant.holder { try check(holder, .holder) }
        var role = Right.Role.steward
        if let codes = grant.committees {
            if codes.isEmpty { throw .registrarOfNothing }
            var numbers: Set<CommitteeNumber> = []
            for code in codes { numbers.insert(try committeeInForce(code)) }
            role = .registrar(numbers.sorted())
        }
        let right = Right(role, until: grant.until, holder: grant.holder)
        if !right.isLastingStewardship { try checkStewardRemains(besides: grant.writer) }
        return [.keyGranted(grant.writer, right)]
    }

    func revoke(_ writer: Writer, _ reason: String?) throws(Rejection) -> [Event] {
        try checkHoldsAtOnce()
        if let reason { try check(reason, .reason) }
        guard
            situation.keys.right(of: writer, founder: situation.founder, known: situation.known)
                != nil
        else { throw .noRightToRevoke }
        try checkStewardRemains(besides: writer)
        return [.keyRevoked(writer, reason: reason)]
    }

    /// A right holds from its entry on, whatever day is named.
    private func checkHoldsAtOnce() throws(Rejection) {
        if effective != situation.today { throw .rightsHoldAtOnce }
    }

    /// Else nobody could ever grant a right again.
    private func checkStewardRemains(besides writer: Writer) throws(Rejection) {
        guard
            situation.keys.hasLastingSteward(
                besides: writer, founder: situation.founder, known: situation.known)
        else { throw .lastSteward }
    }
}
