import Testing

@Suite("A call that cannot be understood")
struct CallTests {
    @Test(
        "What is wrong with it is named, and nothing is recorded",
        arguments: [
            // The parser would take the title for the decision.
            (["action", "add", "--decision=", "Ett", "Två"], "nothing stands behind --decision=."),
            (["status", "--efective", "2014-01-02", "1", "ongoing"], "no option --efective."),
            (["help", "nonsense"], "no command \"nonsense\"."),
            (["help", "board", "nonsense"], "no command \"nonsense\"."),
            (["help", "key", "nonsense"], "no command \"nonsense\"."),
            (["boardd", "KS"], "no command \"boardd\"."),
            (["key", "nonsense"], "no command \"nonsense\"."),
            (["--format", "text", "boardd", "KS"], "no command \"boardd\"."),
            (["status", "1", "ongoing", "--comitte", "KS"], "Did you mean --committee?"),
            (["bord", "KS"], "Did you mean board?"),
            (["--formt", "json", "board", "KS"], "Did you mean --format?"),
            (["known", "--committee", "KS", "--on", "2014-13-40"], "Write a day, such as"),
            (["known", "--committee", "KS"], "--on <date> is missing."),
            (["board"], "<committee> is missing."),
            (["board", "KS", "BN"], "nobody asked for \"BN\"."),
            (["board", "KS", "--told"], "nothing stands behind --told."),
            (["audit", "--hashes-only=yes"], "--hashes-only takes no value"),
            (["board", "KS", "--format", "pdf"], "Write one of: text, json, csv"),
            (["show", "en"], "Write a number, such as 3."),
            (["show", "-1"], "-1 begins as an option does"),
            (["board", "KS", "--wait", "-1"], "-1 begins as an option does"),
            (["board", "-c", "KS"], "-c begins as an option does"),
            (["--effective", "2014-01-01", "board", "KS"], "Write those of a command behind it."),
            (["documents", "--plan", "x"], "See liggare help documents."),
            (["help", "--all"], "no option --all"),
            (["help", "key", "new", "new"], "no command \"new\"."),
            ([""], "no command \"\". See liggare help."),
            (["--generate-completion-script", "tcsh"], "Write one of: bash, fish, zsh."),
            (["action", "close", "1", "--format", "csv"], "what this command prints is no table."),
        ] as [([String], String)])
    func named(call: [String], sentence: String) throws {
        let workplace = try Workplace()
        try workplace.found()
        let outcome = try workplace.start(call).outcome()
        #expect(outcome.exitCode == 64)
        #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
        #expect(outcome.output == "")
        #expect(try workplace.json("log").list("entries").count == 3)
    }

    @Test("Programs are told in JSON")
    func asJSON() throws {
        let workplace = try Workplace()
        let outcome = try workplace.start(["--format", "json", "help", "nonsense"]).outcome()
        #expect(outcome.exitCode == 64)
        #expect(try outcome.errors.jsonObject["kind"] as? String == "unknown-command")
    }

    @Test("Help of a command, and what only looks like help, is as before")
    func help() throws {
        let workplace = try Workplace()
        try workplace.found()
        for call in [
            ["help"], ["help", "board"], ["help", "key", "new"], ["key", "--help"], ["--version"],
            ["committee", "add", "HN", "help", "--note", "help="],
        ] {
            let outcome = try workplace.start(call).outcome()
            #expect(outcome.exitCode == 0, "\(call) \(outcome.errors)")
        }
    }
}
