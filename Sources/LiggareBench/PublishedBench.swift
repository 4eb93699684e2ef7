import Audit
import Checkpoints
import Coordinates
import EntryLog
import Publication
import Registry
import TransparencyLog

/// A published ledger audited for the first time, and again after one more entry: the second time
/// only what is new is read and checked.
func measurePublished(in place: String) throws -> [Figure] {
    let bench = try BenchLedger(at: place + "/published-ledger")
    for run in 0..<2000 { try bench.recordStatus(run) }
    var times: (first: [Duration], again: [Duration]) = ([], [])
    var bytes: (first: [Int], again: [Int]) = ([], [])
    let clock = ContinuousClock()
    for run in 0..<5 {
        let copy = place + "/copy-\(run)"
        try bench.publish(in: place + "/published")
        times.first.append(
            try clock.measure { bytes.first.append(try bench.auditPublished(in: place, copy)) })
        try bench.recordStatus(run)
        try bench.publish(in: place + "/published")
        times.again.append(
            try clock.measure { bytes.again.append(try bench.auditPublished(in: place, copy)) })
    }
    return [
        Figure("audit.published.again", times.again, against: "the first time", times.first),
        Figure("audit.published.bytes", bytes.again, against: "the first time", bytes.first),
    ]
}

extension BenchLedger {
    fileprivate func publish(in directory: String) throws {
        let (checkpoint, note) = try ledger.signCheckpoint(with: checkpointKey)
        _ = try Publication(path: directory).publish(
            ledger.log, checkpoint, note, beside: ledger.checkpoints)
    }

    /// - Returns: how many bytes were read.
    fileprivate func auditPublished(in place: String, _ copy: String) throws -> Int {
        let source = PublishedSource(place + "/published", fetchingInto: copy + "/fetching")
        let report = try Audit.audit(
            PublishedLog(source), signedBy: ledger.log.founding.verificationKey, copyAt: copy)
        precondition(report.isVerified, "nobody touched it")
        return report.byteCount
    }
}
