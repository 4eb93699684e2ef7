import Coordinates

// The rules on partners and annexes.

extension Decider {
    func link(_ partner: Partner, to named: NamedBearer) throws(Rejection) -> [Event] {
        try check(partner.name, .name)
        if let role = partner.role { try check(role, .role) }
        return [.partnerLinked(try partnerBearer(named).bearer, partner)]
    }

    func unlink(_ name: String, from named: NamedBearer) throws(Rejection) -> [Event] {
        let (bearer, partners) = try partnerBearer(named)
        guard partners.contains(where: { $0.name == name }) else { throw .notAPartner(name) }
        return [.partnerUnlinked(bearer, name: name)]
    }

    func attach(_ annex: Annex, to named: NamedBearer) throws(Rejection) -> [Event] {
        try check(annex.name, .name)
        return switch named {
        case .committee(let code):
            [.annexAttached(.committee(try committeeInForce(code)), annex)]
        case .document(let slug): [.annexAttached(.document(try document(slug).number), annex)]
        case .action(let number):
            [.annexAttached(.action(try standing(of: number).story.number), annex)]
        }
    }

    private func partnerBearer(
        _ named: NamedBearer
    ) throws(Rejection) -> (bearer: Bearer, partners: [Partner]) {
        switch named {
        case .committee(let code): throw .partnerOfCommittee(code)
        case .document(let slug):
            let document = try document(slug)
            return (.document(document.number), document.partners.partners(at: moment))
        case .action(let number):
            let action = try openAction(number)
            return (.action(number), action.partners.partners(at: moment))
        }
    }
}
