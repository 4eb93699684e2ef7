import Foundation
import Testing

@Suite("Transcripts: what people see")
struct TranscriptTests {
    @Test(
        "A command says what its transcript says, and one that fails leaves the log as it was",
        arguments: Transcript.names)
    func transcript(name: String) throws {
        let path = Fixtures.transcripts + "/" + name
        let expected = Transcript(parsing: try String(contentsOfFile: path, encoding: .utf8))
        let workplace = try Workplace()
        var steps: [Transcript.Step] = []
        for step in expected.steps {
            let logBefore = workplace.logBytes
            let (said, exitCode) = try step.run(in: workplace)
            #expect(
                exitCode == 0 || workplace.logBytes == logBefore,
                "\(name): \(step.command) failed and yet changed the log")
            #expect(
                said == step.said || Transcript.regenerates,
                """
                \(name): \(step.command) now says
                \(said)
                LIGGARE_REGENERATE=1 rewrites the file.
                """)
            steps.append(
                Transcript.Step(remarks: step.remarks, command: step.command, said: said))
        }
        #expect(!steps.isEmpty)
        try workplace.audit()
        if Transcript.regenerates {
            try Transcript(steps).text.write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    @Test("The time zone of the machine makes no difference")
    func timeZone() throws {
        let path = Fixtures.transcripts + "/the-life-of-a-plan.txt"
        let workplace = try Workplace(timeZone: "America/Adak")
        for step in Transcript(parsing: try String(contentsOfFile: path, encoding: .utf8)).steps {
            let said = try step.run(in: workplace).said
            #expect(said == step.said || Transcript.regenerates, "\(step.command)")
        }
    }
}

extension Transcript {
    static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: Fixtures.transcripts).sorted()) ?? []

    /// Whether to write down what the commands say now.
    static let regenerates =
        ProcessInfo.processInfo.environment["LIGGARE_REGENERATE"] == "1"
}
