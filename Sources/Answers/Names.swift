package import Coordinates
package import Handlingsplan

/// What committees and documents are called, where events name them by number: as at the moment
/// of an act.
package struct Names {
    package let register: CommitteeRegister
    package let documents: [DocumentStory]

    package init(_ register: CommitteeRegister, _ documents: [DocumentStory]) {
        self.register = register
        self.documents = documents
    }

    /// As a ledger has them at a moment.
    package init<Ledger: LedgerReading>(
        of ledger: Ledger, at moment: Moment
    ) throws(Ledger.Failure) {
        self.init(
            CommitteeRegister(try ledger.committees(), at: moment), try ledger.documents())
    }

    /// The names of a recorded act's own day, as they are known once it is recorded.
    package func on(_ effective: CalendarDate, known: Position) -> Names {
        Names(register.at(Moment(effective: effective, known: known)), documents)
    }

    package func code(_ number: CommitteeNumber) -> String { register.code(of: number).description }

    /// What a committee was called before it was renamed.
    package func former(_ number: CommitteeNumber, before naming: Naming) -> Naming {
        let items = register[number].naming.items
        let renaming = items.lastIndex { $0.value == naming } ?? items.endIndex
        return renaming > items.startIndex ? items[renaming - 1].value : naming
    }

    package func slug(_ number: DocumentNumber) -> String {
        documents[Int(number.value) - 1].slug.description
    }

    package func codes(_ numbers: [CommitteeNumber]) -> String {
        numbers.map(code).joined(separator: ", ")
    }
}
