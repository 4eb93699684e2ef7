import Coordinates

/// One thing about an action that was otherwise at another moment.
package struct Difference: Hashable, Sendable {
    package let field: Field
    /// Whose status or forecast differs; nil for what the whole action has.
    package let committee: CommitteeCode?
    /// Nil where there was none.
    package let before: String?
    package let after: String?

    /// What can differ, and how its values are written.
    package enum Field: String, Hashable, Sendable, CaseIterable {
        case title
        case localNumber = "local-number"
        /// The document's slug.
        case plan
        /// As `ActionStory.Standing` describes itself.
        case standing
        /// The raw value of a `Status`, for each committee.
        case status
        /// Whether it was completed in the last period reported on, for each committee:
        /// `not-completed 2018`.
        case outcome
        /// The raw value of an `Expectation` and the period that it is about, for each committee:
        /// `not-expected 2018`.
        case forecast
        /// The words, or where the same words were read to another latest day, these days. What
        /// else a reading says makes no difference.
        case deadline
        /// Codes, `BUN, SN`; or `all`, or `all-as-of 2018-01-01`.
        case responsible
        /// A code.
        case lead
        /// Numbers: `1, 3`.
        case areas
        /// Numbers: `1, 3`.
        case goals
        case comment
        /// Names, each with its role in parentheses where it has one.
        case partners
    }

    fileprivate init(
        _ field: Field, of committee: CommitteeCode? = nil, _ before: String?, _ after: String?
    ) {
        self.field = field
        self.committee = committee
        self.before = before
        self.after = after
    }
}

extension Difference {
    /// What differs between two states of one action, in the order of the fields and then of the
    /// committees' numbers.
    ///
    /// Where there is no action at one of the moments, its standing is all that differs.
    /// Committees go by their later codes: a renaming is no difference. Of one that answers only
    /// at the later moment, what it has reported and expects differs from nothing; one that
    /// answers no more is missing among those responsible, and that says it all.
    package static func between(_ earlier: ActionState?, _ later: ActionState?) -> [Difference] {
        guard let earlier, let later else {
            return [
                Difference(
                    .standing, earlier?.standing.description, later?.standing.description)
            ].filter(\.isReal)
        }
        let codes = Dictionary(uniqueKeysWithValues: later.shares.map { ($0.committee, $0.code) })
        let before = Dictionary(uniqueKeysWithValues: earlier.shares.map { ($0.committee, $0) })
        let own: [Difference] = [
            Difference(.title, earlier.title, later.title),
            Difference(.localNumber, earlier.localNumber, later.localNumber),
            Difference(.plan, earlier.slug.description, later.slug.description),
            Difference(.standing, earlier.standing.description, later.standing.description),
        ]
        let statuses = later.shares.map {
            Difference(
                .status, of: $0.code, before[$0.committee]?.status.rawValue,
                before[$0.committee] == nil && $0.latest == nil ? nil : $0.status.rawValue)
        }
        let outcomes = later.shares.map {
            Difference(
                .outcome, of: $0.code, before[$0.committee]?.outcome?.outcome, $0.outcome?.outcome)
        }
        let forecasts = later.shares.map {
            Difference(
                .forecast, of: $0.code, before[$0.committee]?.forecast?.text, $0.forecast?.text)
        }
        let others: [Difference] = [
            deadline(earlier.deadline, later.deadline),
            Difference(.responsible, earlier.answering(codes), later.answering(codes)),
            Difference(.lead, earlier.lead(codes), later.lead(codes)),
            Difference(.areas, list(earlier.areas), list(later.areas)),
            Difference(.goals, list(earlier.goals), list(later.goals)),
            Difference(.comment, earlier.comment, later.comment),
            Difference(
                .partners, list(earlier.partners.map(\.text)), list(later.partners.map(\.text))),
        ]
        return (own + statuses + outcomes + forecasts + others).filter(\.isReal)
    }

    private static func deadline(_ earlier: Deadline?, _ later: Deadline?) -> Difference {
        earlier?.text == later?.text
            ? Difference(
                .deadline, earlier?.reading?.latest?.description,
                later?.reading?.latest?.description)
            : Difference(.deadline, earlier?.text, later?.text)
    }

    private var isReal: Bool { before != after }
}

extension StatusReport {
    fileprivate var outcome: String? {
        period.map { (status == .completed ? "completed" : "not-completed") + " \($0)" }
    }
}

extension ActionState {
    /// What has become otherwise since an earlier state; nil where there was no action yet.
    package func differences(from earlier: ActionState?) -> [Difference] {
        Difference.between(earlier, self)
    }

    fileprivate func answering(_ codes: [CommitteeNumber: CommitteeCode]) -> String? {
        switch responsible?.who {
        case .all: "all"
        case .allAsOf(let day): "all-as-of \(day)"
        case .committees, nil: list(shares.map { codes[$0.committee] ?? $0.code })
        }
    }

    fileprivate func lead(_ codes: [CommitteeNumber: CommitteeCode]) -> String? {
        lead.map { lead in
            let number = shares.first { $0.code == lead }?.committee
            return (number.flatMap { codes[$0] } ?? lead).description
        }
    }
}

extension Forecast {
    fileprivate var text: String { "\(expectation.rawValue) \(period)" }
}

extension Partner {
    fileprivate var text: String { role.map { "\(name) (\($0))" } ?? name }
}

private func list(_ values: [some CustomStringConvertible]) -> String? {
    values.isEmpty ? nil : values.map(\.description).joined(separator: ", ")
}
