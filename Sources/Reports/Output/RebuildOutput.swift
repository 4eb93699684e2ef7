import Answers
package import Coordinates
package import TransparencyLog
package import Views

/// What a rebuild made; also what is kept as its attestation.
package struct RebuildOutput: Output {
    package let report: RebuildReport
    package let ledger: Hash
    package let madeAt: Timestamp
    package let duration: Duration
    package let isRehearsal: Bool
    /// The backup that the rows were only compared with; nil where they were put in place.
    package let source: String?

    package init(
        report: RebuildReport, ledger: Hash, madeAt: Timestamp, duration: Duration,
        isRehearsal: Bool, source: String?
    ) {
        self.report = report
        self.ledger = ledger
        self.madeAt = madeAt
        self.duration = duration
        self.isRehearsal = isRehearsal
        self.source = source
    }

    package func text(in words: any Wording) -> String {
        let heading =
            source.map { words.derived(report, from: $0, in: duration) }
            ?? words.rebuilt(report, in: duration)
        return ([heading] + words.comparison(of: report, isOnly: source != nil))
            .joined(separator: "\n")
    }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: ledger.description, size: report.size.count,
            position: report.size.count - 1, root: base64(report.root), madeAt: madeAt.rfc3339,
            seconds: duration / .seconds(1), program: programVersion,
            modules: report.modules.map { ModuleContent($0) },
            from: source, comparison: comparison, clean: report.isClean, rehearsal: isRehearsal,
            findings: report.drifts.map { DriftContent($0) })
    }

    private var comparison: String {
        switch report.comparison {
        case .none: "none"
        case .unreadable: "unreadable"
        case .compared: "compared"
        }
    }

    private struct Content: Encodable {
        let ledger: String
        let size, position: UInt64
        let root, madeAt: String
        let seconds: Double
        let program: String
        let modules: [ModuleContent]
        /// Left out where the rows were put in place.
        let from: String?
        let comparison: String
        let clean, rehearsal: Bool
        let findings: [DriftContent]
    }

    private struct ModuleContent: Encodable {
        let name: String
        let version, rows: Int
        let digest: String

        init(_ module: ModuleDigest) {
            name = module.name
            version = module.version
            rows = module.rowCount
            digest = base64(module.digest)
        }
    }

    private struct DriftContent: Encodable {
        let module: String
        let key: UInt64
        let position: Nullable<UInt64>

        init(_ drift: Drift) {
            module = drift.module
            key = drift.key
            position = Nullable(drift.position?.index)
        }
    }
}
