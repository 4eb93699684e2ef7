import Audit
import Checkpoints
import Coordinates
import EntryLog
import Extracts
import LMDB
import Publication
import Registry
import TransparencyLog

/// Something that an audit or a check found wrong.
public struct Finding: Hashable, Sendable {
    /// In kebab-case, the same from version to version.
    public let kind: String
    /// The first entry that is concerned; nil where it is not one entry's matter.
    public let position: UInt64?
    /// For a log; it is no sentence for users.
    public let detail: String
}

/// What an audit of a whole ledger found.
public struct AuditReport: Hashable, Sendable {
    /// The size and the root (RFC 9162) that the entries themselves give.
    public let size: UInt64
    public let root: [UInt8]
    public let findings: [Finding]

    public var isVerified: Bool { findings.isEmpty }
}

extension Ledger {
    /// Derives everything again from the bytes of the entries, and compares: pages, signatures, rights,
    /// seals, times, tiles, rows of the views, annexes and checkpoints.
    public func audit() throws(LedgerError) -> AuditReport {
        try telling {
            let pages = try inner.log.checkPages()
            guard pages.isSound else {
                return AuditReport(Audit.audit(ofDamaged: pages, nil))
            }
            return AuditReport(
                try Audit.audit(
                    inner.log, inner.views, inner.copy == .published ? nil : inner.annexes,
                    inner.checkpoints))
        }
    }

    /// Writes the ledger as static files that anybody can check, and any server serve (C2SP
    /// tlog-tiles), under a checkpoint that is signed now.
    /// - Parameters:
    ///   - path: the directory to write; what is there already is not written again.
    ///   - key: the ledger's checkpoint key.
    public func publish(to path: String, checkpointKey key: Key) throws(LedgerError) {
        try telling {
            try inner.requireOriginal()
            let (checkpoint, note) = try inner.signCheckpoint(with: key.signing)
            _ = try Publication(path: path).publish(
                inner.log, checkpoint, note, beside: inner.checkpoints)
        }
    }
}

extension AuditReport {
    fileprivate init(_ report: Audit.AuditReport) {
        size = report.size.count
        root = report.root.bytes
        findings = report.findings.map {
            Finding(
                kind: $0.problem.kind, position: $0.position?.index, detail: "\($0.problem)")
        }
    }
}

/// Checks an extract: an answer that somebody handed over, with the entries that it follows from and
/// the proofs that a ledger holds them. No ledger is needed.
/// - Parameters:
///   - key: the ledger's verification key (a C2SP vkey), from somebody else than who hands it over; nil
///     takes the one that the extract itself names.
///   - ledger: the id of the ledger that is meant.
/// - Returns: what is wrong; nothing, where the answer follows from the entries.
public func verify(
    extract bytes: [UInt8], key: String? = nil, ledger: String? = nil
) throws(LedgerError) -> [Finding] {
    try telling {
        let trust = Trust(
            key: try key.map { try argument($0, "a vkey", VerificationKey($0)) },
            ledger: try ledger.map { try argument($0, "a ledger's id", Hash(hexadecimal: $0)) })
        return try Extract(bytes).check(trusting: trust).findings.map {
            Finding(kind: $0.problem.kind, position: $0.position?.index, detail: "\($0.problem)")
        }
    }
}
