import Foundation
import Testing

@Suite("The README and the articles")
struct ReadmeTests {
    @Test(
        "What a tour shows is what the commands say, but for keys and what follows from them",
        arguments: [("README.md", 6), (Readme.articles + "Tour.md", 12)])
    func tour(file: String, count: Int) throws {
        let workplace = try Workplace()
        try FileManager.default.removeItem(atPath: workplace.path + "/config")
        try FileManager.default.createSymbolicLink(
            atPath: workplace.path + "/Fixtures", withDestinationPath: Fixtures.path)
        let steps = Transcript(parsing: try Readme.tour(in: file)).steps
        #expect(steps.count == count)
        for step in steps {
            let said = try step.run(
                in: workplace, environment: "XDG_CONFIG_HOME= LIGGARE_LEDGER=tour"
            ).said
            #expect(said.withoutKeys == step.said.withoutKeys, "\(step.command)")
        }
    }

    @Test("Their links lead somewhere, and nothing in them waits to be filled in")
    func links() throws {
        let articles = try FileManager.default.contentsOfDirectory(
            atPath: Readme.root + "/" + Readme.articles)
        #expect(articles.count > 8)
        var count = 0
        for file in ["README.md"] + articles.map({ Readme.articles + $0 }) {
            let text = try Readme.text(of: file)
            #expect(!text.contains(/@[A-Z]+@/))
            let folder = URL(filePath: Readme.root + "/" + file).deletingLastPathComponent()
            for link in text.matches(of: /\]\(([^)]+)\)/).map({ String($0.1) })
            where !link.contains("://") {
                let place = folder.appending(path: link).path
                #expect(FileManager.default.fileExists(atPath: place), "\(file): \(link)")
                count += 1
            }
            for article in text.matches(of: /<doc:(\w+)>/).map({ String($0.1) }) {
                #expect(articles.contains(article + ".md"), "\(file): \(article)")
            }
        }
        #expect(count > 20)
    }

    @Test("The README fits on a few pages, and names every article")
    func size() throws {
        let text = try Readme.text(of: "README.md")
        #expect(text.utf8.count < 9_000)
        for article in try FileManager.default.contentsOfDirectory(
            atPath: Readme.root + "/" + Readme.articles)
        where article != "Liggare.md" {
            #expect(text.contains(Readme.articles + article), "\(article)")
        }
    }

    @Test("The table of errors has the sentences and exit codes that the transcripts show")
    func errors() throws {
        let rows = try Readme.errors()
        #expect(rows.count > 10)
        let shown = try Transcript.names.map {
            try String(contentsOfFile: Fixtures.transcripts + "/" + $0, encoding: .utf8)
        }.flatMap { Transcript(parsing: $0).steps.map(\.said) }
        let tested = try Readme.sentencesTestedElsewhere()
        for row in rows {
            let isShown = shown.contains {
                $0.contains("liggare: " + row.sentence) && $0.hasSuffix("[exit \(row.exitCode)]")
            }
            #expect(isShown || tested.contains(row.sentence), "\(row.sentence)")
        }
    }
}

private enum Readme {
    static let root = Fixtures.path + "/.."

    static let articles = "Sources/Liggare/Liggare.docc/"

    static func text(of file: String) throws -> String {
        try String(contentsOfFile: root + "/" + file, encoding: .utf8)
    }

    private static func lines(of file: String) throws -> [Substring] {
        try text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The commands and outputs in the blocks marked `console`.
    static func tour(in file: String) throws -> String {
        var tour: [Substring] = []
        var isInside = false
        for line in try lines(of: file) {
            if line == "```console" {
                isInside = true
            } else if line == "```" {
                isInside = false
            } else if isInside {
                tour.append(line)
            }
        }
        return tour.joined(separator: "\n")
    }

    /// The rows of the table that end with a sentence in code.
    static func errors() throws -> [(exitCode: Int, sentence: String)] {
        try lines(of: articles + "Errors.md").compactMap { line in
            let cells = line.split(separator: " | ")
            guard cells.count == 3, let exitCode = Int(cells[1]), let sentence = cells.last,
                sentence.hasPrefix("`")
            else { return nil }
            return (exitCode, String(sentence.dropFirst().prefix { $0 != "`" }))
        }
    }

    /// Some need a ledger or a disk that no shell command makes: their tests quote the sentence.
    static func sentencesTestedElsewhere() throws -> String {
        try ["RefusedFormatTests", "FullDiskTests", "ShareTests", "RottenLogTests", "RepairTests"]
            .map {
                try String(
                    contentsOfFile: "\(root)/Tests/CommandTests/\($0).swift", encoding: .utf8)
            }.joined().replacing(/\\\n\s+/, with: "")
    }
}

extension String {
    /// Roots and ledger ids follow from the key and from random command ids; homes differ.
    fileprivate var withoutKeys: String {
        replacing(/\+[0-9a-f]{8}\+[A-Za-z0-9+\/]{44}/, with: "+KEY")
            .replacing(/[A-Za-z0-9+\/]{43}=/, with: "ROOT").replacing(/[0-9a-f]{64}/, with: "ID")
            .replacing(/\S+\/\.config/, with: "HOME/.config")
    }
}
