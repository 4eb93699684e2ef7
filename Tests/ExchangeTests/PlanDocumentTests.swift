import Testing

@testable import Exchange

/// A document, and what is to be found in it.
struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let document: String
    /// Line, title and deadline of each action.
    var actions: [Action] = []
    /// Line and text, as `3 Skola`.
    var headings: [String] = []
    var unplaced: [String] = []

    struct Action: Hashable, Sendable {
        let line: Int
        let title: String
        let deadline: String?

        init(_ line: Int, _ title: String, _ deadline: String? = nil) {
            self.line = line
            self.title = title
            self.deadline = deadline
        }
    }

    var testDescription: String { name }
}

@Suite("The plan in a document")
struct PlanDocumentTests {
    @Test("Bullets are actions; the rest is kept apart", arguments: bulletExamples)
    func bullets(example: Example) throws { try check(example) }

    @Test("The words that say when are split off, and nothing else", arguments: deadlineExamples)
    func deadlines(example: Example) throws { try check(example) }

    @Test("The section is found by its heading, and ends with it", arguments: sectionExamples)
    func sections(example: Example) throws { try check(example) }

    @Test("Line ends make no difference", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(lineEnd: String) throws {
        let document = ["# Handlingsplan", "", "- Städa. **Klart i maj 2014.**", "- Måla."]
            .joined(separator: lineEnd)
        try check(
            Example(
                name: "line ends", document: document,
                actions: [.init(3, "Städa.", "Klart i maj 2014."), .init(4, "Måla.")]))
    }

    @Test(
        "A long document is read in a time that grows no faster than it does",
        .timeLimit(.minutes(1)),
        arguments: ["Handlingsplan\n", "Handlingsplan\n\n-\n\n", "och så vidare\n"])
    func long(line: String) throws {
        let start = "# Handlingsplan\n- Städa\n"
        let document = try PlanDocument(reading: start + String(repeating: line, count: 20_000))
        #expect(document.line == 1)
        let lines = String(repeating: line, count: 20_000) + "# Handlingsplan\n- Städa\n"
        #expect(try PlanDocument(reading: lines).actions.map(\.title) == ["Städa"])
    }

    private func check(_ example: Example) throws {
        let document = try PlanDocument(reading: example.document)
        #expect(
            document.actions.map { Example.Action($0.line, $0.title, $0.deadline) }
                == example.actions)
        #expect(document.headings.map { "\($0.line) \($0.text)" } == example.headings)
        #expect(document.unplaced.map { "\($0.line) \($0.text)" } == example.unplaced)
    }

    @Test(
        "A document without a plan is refused",
        arguments: [
            ("", PlanDocumentError.noSection),
            ("\n\n", .noSection),
            ("- Städa.", .noSection),
            ("Vi ska skriva en handlingsplan.\n- Städa.", .noSection),
            ("- Handlingsplan\n- Städa.", .noSection),
            ("# Handlingsplan", .noActions(line: 1)),
            ("# Handlingsplan\nInget bestämt.", .noActions(line: 1)),
            ("# Mål\n\n# Handlingsplan\n\n# Annat\n- Städa.", .noActions(line: 3)),
        ])
    func refused(document: String, error: PlanDocumentError) {
        #expect(throws: error) { try PlanDocument(reading: document) }
    }
}

// MARK: Bullets

private let bulletExamples = [
    Example(
        name: "each kind of mark",
        document: """
            # Handlingsplan
            - Ett
            * Två
            + Tre
            • Fyra
            – Fem
            1. Sex
            12) Sju
            """,
        actions: [
            .init(2, "Ett"), .init(3, "Två"), .init(4, "Tre"), .init(5, "Fyra"), .init(6, "Fem"),
            .init(7, "Sex"), .init(8, "Sju"),
        ]),
    Example(
        name: "a bullet over several lines, with and without indentation",
        document: """
            # Handlingsplan

            - Öppna biblioteket
              på söndagar
            och på lovdagar.
            - Ta fram
              Blanketter
            """,
        actions: [
            .init(3, "Öppna biblioteket på söndagar och på lovdagar."),
            .init(6, "Ta fram Blanketter"),
        ]),
    Example(
        name: "a bullet ends at a blank line",
        document: """
            # Handlingsplan
            - Öppna biblioteket.

            Det är redan bestämt.
            """,
        actions: [.init(2, "Öppna biblioteket.")], unplaced: ["4 Det är redan bestämt."]),
    Example(
        name: "a bullet within a bullet is nobody's",
        document: """
            # Handlingsplan
            - Öppna biblioteket.
                - Köp nycklar.
            \t- Köp lampor.
            - Stäng badhuset.
            """,
        actions: [.init(2, "Öppna biblioteket."), .init(5, "Stäng badhuset.")],
        unplaced: ["3 Köp nycklar.", "4 Köp lampor."]),
    Example(
        name: "an introduction",
        document: """
            # Handlingsplan
            Så här gör vi.
            - Öppna biblioteket.
            """,
        actions: [.init(3, "Öppna biblioteket.")], unplaced: ["2 Så här gör vi."]),
    Example(
        name: "an empty bullet",
        document: "# Handlingsplan\n- Öppna biblioteket.\n-\n",
        actions: [.init(2, "Öppna biblioteket.")], unplaced: ["3 "]),
    Example(
        name: "a year is no number of a bullet",
        document: "# Handlingsplan\n- Öppna biblioteket.\n\n2014. Då börjar vi.",
        actions: [.init(2, "Öppna biblioteket.")], unplaced: ["4 2014. Då börjar vi."]),
]

// MARK: Deadlines

private let deadlineExamples = [
    bullet("Städa. **Klart innan maj 2014.**", "Städa.", "Klart innan maj 2014."),
    bullet("Städa. **Klart innan maj 2014**.", "Städa.", "Klart innan maj 2014"),
    bullet("Städa. __Senast i maj 2014.__", "Städa.", "Senast i maj 2014."),
    bullet("Städa **ute**. **Maj 2014.**", "Städa ute.", "Maj 2014."),
    bullet("Städa. ** **", "Städa."),
    bullet("Städa. ____", "Städa. ____"),
    bullet("Städa **ute och inne**, varje dag.", "Städa ute och inne, varje dag."),
    bullet("Städa. Klart innan maj 2014.", "Städa.", "Klart innan maj 2014."),
    bullet("Städa! Ska det göras? Ja. Färdigt 2014.", "Städa! Ska det göras? Ja.", "Färdigt 2014."),
    bullet("**Städa** ute. Klart i maj 2014", "Städa ute.", "Klart i maj 2014"),
    bullet("Städa, klart innan maj 2014.", "Städa, klart innan maj 2014."),
    bullet("Städa. Klartext ska användas.", "Städa. Klartext ska användas."),
    bullet("Klart innan maj 2014.", "Klart innan maj 2014."),
    bullet("**Städa alla skolor**", "Städa alla skolor"),
    bullet("Städa.\n  **Klart innan maj 2014.**", "Städa.", "Klart innan maj 2014."),
    bullet("Städa. **Klart innan\n  maj 2014.**", "Städa.", "Klart innan maj 2014."),
]

private func bullet(_ text: String, _ title: String, _ deadline: String? = nil) -> Example {
    Example(
        name: text, document: "# Handlingsplan\n- " + text, actions: [.init(2, title, deadline)])
}

// MARK: Sections

private let sectionExamples = [
    plan(heading: "# Handlingsplan"),
    plan(heading: "###### HANDLINGSPLAN"),
    plan(heading: "## 3. Handlingsplan 2014–2016"),
    plan(heading: "## 3.2 Handlingsplan"),
    plan(heading: "## **Handlingsplan** ##"),
    plan(heading: "Handlingsplan"),
    plan(heading: "HANDLINGSPLAN 2014"),
    plan(heading: "4. Handlingsplan"),
    plan(heading: "**Handlingsplan**"),
    Example(
        name: "a table of contents names it first",
        document: """
            Innehåll

            Mål 3
            Handlingsplan 4
            Handlingsplan ......... 12

            Mål

            - Trivsel

            Handlingsplan

            - Städa.
            """,
        actions: [.init(13, "Städa.")]),
    Example(
        name: "a table of contents of bullets names it first",
        document: """
            # Program
            ## Innehåll
            - Handlingsplan
            ## Handlingsplan
            - Städa.
            """,
        actions: [.init(5, "Städa.")]),
    Example(
        name: "a heading without bullets comes first",
        document: """
            # Handlingsplan
            Se nästa avsnitt.
            # Handlingsplan 2014
            - Städa.
            """,
        actions: [.init(4, "Städa.")]),
    Example(
        name: "it ends at a heading of its level, not at one below",
        document: """
            # Program
            ## Handlingsplan
            ### Ute
            - Städa.
            ### Inne
            - Måla.
            ## Uppföljning
            - Berätta.
            """,
        actions: [.init(4, "Städa."), .init(6, "Måla.")], headings: ["3 Ute", "5 Inne"]),
    Example(
        name: "it ends at a heading above its level",
        document: """
            ### Handlingsplan
            - Städa.
            # Bilagor
            - Karta
            """,
        actions: [.init(2, "Städa.")]),
    Example(
        name: "without a level, bullets after the next heading are nobody's",
        document: """
            Handlingsplan

            Ute

            - Städa.

            Inne

            - Måla.
            """,
        actions: [.init(5, "Städa.")], headings: ["3 Ute"], unplaced: ["9 Måla."]),
]

private func plan(heading: String) -> Example {
    Example(
        name: heading, document: "# Mål\n- Trivsel\n\n\(heading)\n\n- Städa.",
        actions: [.init(6, "Städa.")])
}
