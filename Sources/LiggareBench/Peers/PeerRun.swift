import FoundationEssentials

/// Where the peers' input lies, and the script that measures them.
struct PeerRun {
    let script: String
    let place: String
    let appends: Int

    /// What the script prints.
    struct Results: Decodable {
        let figures: [Measured]
        let skipped: [Skipped]

        struct Measured: Decodable {
            let peer: String
            let figure: String
            let unit: Figure.Unit
            let values: [Double]
        }

        struct Skipped: Decodable {
            let peer: String
            let reason: String
        }
    }

    func measure() throws -> Results {
        let printed = try output(["--appends", "\(appends)"], boards: place + "/boards.tsv")
        return try JSONDecoder().decode(Results.self, from: printed)
    }

    func output(_ arguments: [String], boards: String) throws -> Data {
        let file = place + "/peers.out"
        try run(
            script, ["--events", place + "/events.tsv", "--boards", boards] + arguments,
            output: file)
        return try Data(contentsOf: URL(filePath: file))
    }
}
