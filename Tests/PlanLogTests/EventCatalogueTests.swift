import CBOR
import Coordinates
import Handlingsplan
import PlanLog
import TestSupport
import Testing

/// What is said of events in more than one language or place, held against the events themselves.
@Suite struct EventCatalogueTests {
    @Test("There is an example of every kind")
    func examples() {
        #expect(Set(Event.examples.map(\.kind)) == Set(EventKind.allCases))
    }

    @Test("act.cddl has every kind, with its number, its version and its name")
    func schema() throws {
        let text = try projectText("Sources/PlanLog/act.cddl")
        let known = try EventKind.allCases.filter { $0 != .remark }.map { kind in
            let form = try #require(EventForms.released[kind.number, 1])
            #expect(form.kind == kind)
            return "\(kind.number), 1: \(kind.rawValue)"
        }
        let events = try #require(text.firstMatch(of: /event = ((?s).*?)\n\n/)).1
        let rules = events.matches(of: /\[(\d+), (\d+), \{(?s).*?; (\w+)/)
        #expect(rules.map { "\($0.1), \($0.2): \($0.3)" } == known.sorted(by: numerically))
    }

    @Test("The other verifier has every kind, and the same of what begins, speaks and corrects")
    func verifier() throws {
        let text = try projectText("tools/verify_ledger.py")
        let events = text.matches(of: /(\d+): \("([A-Z]\w+)", "([^"]*)"\)/)
        let known = EventKind.allCases.filter { $0 != .remark }
            .map { "\($0.number): \($0.rawValue)" }
        #expect(events.map { "\($0.1): \($0.2)" }.sorted() == known.sorted())

        #expect(kinds(of: events.filter { $0.3.contains("new-") }.map(\.1)) == kinds(\.begins))
        let speaks = try #require(text.firstMatch(of: /SPEAKS = \{(.*?)\}/)).1
        let speaking = speaks.matches(of: #/(\d+): /#).map(\.1)
        #expect(kinds(of: speaking) == kinds { $0.speaksFor.map { !$0.isEmpty } ?? false })
        let corrects = try #require(text.firstMatch(of: /CORRECTIONS, .* = \((\d+), (\d+)\)/))
        #expect(kinds(of: [corrects.1, corrects.2]) == kinds { $0.corrects != nil })
    }

    @Test("Its facts name each thing that an event speaks of", arguments: Event.examples)
    func names(_ event: Event) {
        let facts = event.facts
        #expect(Set(facts.about + facts.names) == Set(subjects(in: event)).union(unnumbered(facts)))
    }

    @Test("Its facts have each free text that an event carries", arguments: Event.examples)
    func texts(_ event: Event) {
        #expect(Set(event.facts.texts.map(\.text)) == Set(freeTexts(in: event)))
    }

    @Test("The story of each thing that it is about takes it", arguments: Event.examples)
    func stories(_ event: Event) throws {
        let first = Stamp(effective: day("2014-01-01"), position: Position(1))
        for subject in event.facts.about {
            guard let (kind, begins) = subject.story else { continue }
            if event.facts.begins || begins == nil {
                _ = try kind.init(event, at: first)
            } else if let begins {
                var story = try kind.init(begins, at: first)
                try story.evolve(
                    event, at: Stamp(effective: day("2015-01-01"), position: Position(100_000)))
            }
        }
    }

    @Test("An older version of an event is read as what the newest would have said")
    func upcast() throws {
        // As if reports had begun without a status: they said that all was done.
        let older = EventForm(.statusReported, version: 0) { (fields) throws(CBORError) in
            .statusReported(
                try fields.required(1), try fields.required(2), StatusReport(.completed))
        }
        var encoder = Encoder()
        encoder.map {
            $0.field(1, day("2014-05-20"))
            $0.field(5) { encoder in
                encoder.array(1) { encoder in
                    encoder.array(3) { encoder in
                        encoder.unsigned(50)
                        encoder.unsigned(0)
                        encoder.map {
                            $0.field(1, ActionNumber(7))
                            $0.field(2, CommitteeNumber(2))
                        }
                    }
                }
            }
        }
        let content = encoder.bytes.span.bytes
        #expect(throws: ActError.unknownEvent(UnknownEvent(kind: 50, version: 0))) {
            try Act(decoding: content)
        }
        let act = try Act(decoding: content, in: EventForms.released.adding([older]))
        #expect(
            act.events == [
                .statusReported(ActionNumber(7), CommitteeNumber(2), StatusReport(.completed))
            ])
    }

    private func kinds(_ isMeant: (EventFacts) -> Bool) -> Set<EventKind> {
        Set(Event.examples.filter { isMeant($0.facts) }.map(\.kind))
    }

    private func kinds(of numbers: [Substring]) -> Set<EventKind> {
        Set(numbers.compactMap { number in EventKind.allCases.first { "\($0.number)" == number } })
    }
}

private func numerically(_ left: String, _ right: String) -> Bool {
    let numbers = [left, right].map { Int($0.prefix { $0 != "," }) ?? 0 }
    return numbers[0] < numbers[1]
}

/// What has no number, and so is found in no value.
private func unnumbered(_ facts: EventFacts) -> [Subject] {
    facts.about.filter { [.settings, .keys, .log].contains($0) }
}

/// All numbers of things that a value holds, wherever they are in it.
private func subjects(in value: Any) -> [Subject] {
    switch value {
    case let number as CommitteeNumber: [.committee(number)]
    case let number as DocumentNumber: [.document(number)]
    case let number as AreaNumber: [.area(number)]
    case let number as GoalNumber: [.goal(number)]
    case let number as ActionNumber: [.action(number)]
    case let number as GuidelineNumber: [.guideline(number)]
    case let number as IndicatorNumber: [.indicator(number)]
    // What a report took into account is no matter of that entry.
    case let report as ReportBack: subjects(in: report.scope)
    case let position as Position: [.entry(position)]
    // Names entries, and is about the log.
    case let event as Event where event.facts.about == [.log]: []
    default: Mirror(reflecting: value).children.flatMap { subjects(in: $0.value) }
    }
}

/// All texts that a value holds, but for those that are names in a fixed form.
private func freeTexts(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case is CommitteeCode, is DocumentSlug, is Period, is Occasion, is Setting: []
    default: Mirror(reflecting: value).children.flatMap { freeTexts(in: $0.value) }
    }
}

extension Subject {
    /// What folds the events about it, and an event that begins it, where only some can; nil for what
    /// has no story.
    fileprivate var story: (any Story.Type, begins: Event?)? {
        let adoption = Adoption(slug: DocumentSlug("plan")!, title: "Plan")
        let plan = DocumentNumber(1)
        switch self {
        case .committee(let number):
            let naming = Naming(code: CommitteeCode("KS")!, name: "Kommunstyrelsen")
            return (CommitteeStory.self, .committeeEstablished(number, naming))
        case .document(let number): return (DocumentStory.self, .planAdopted(number, adoption))
        case .area(let number):
            return (AreaStory.self, .areaDefined(number, plan, title: "Område"))
        case .goal(let number):
            return (GoalStory.self, .goalSet(number, Goal(document: plan, title: "Mål")))
        case .action(let number):
            let action = DecidedAction(document: plan, title: "Åtgärd")
            return (ActionStory.self, .actionDecided(number, action))
        case .guideline(let number):
            let guideline = Guideline(
                document: plan, issuer: CommitteeNumber(1), addressees: [], text: "Text")
            return (GuidelineStory.self, .guidelineIssued(number, guideline))
        case .indicator(let number):
            let indicator = Indicator(document: plan, name: "Antal")
            return (IndicatorStory.self, .indicatorDefined(number, indicator))
        case .entry, .log: return nil
        case .settings: return (SettingsStory.self, nil)
        case .keys: return (KeyRegister.self, nil)
        }
    }
}
