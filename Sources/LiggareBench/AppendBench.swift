import Coordinates
import EntryLog
import FoundationEssentials
import Handlingsplan
import Registry

/// A status recorded durably, in this process, against LMDB putting and committing as many bytes.
func measureAppends(_ count: Int, in place: String) throws -> [Figure] {
    let ledger = try BenchLedger(at: place + "/append")
    let raw = try RawTable(at: place + "/raw-append")
    let bytes = try ledger.sampleEntry()
    // The first entries pay for new pages and cold code.
    for run in 0..<20 { try ledger.recordStatus(run) }
    let whole = try timedInTurn(count, { try ledger.recordStatus($0) }, { try raw.put($0, bytes) })
    let sealed = try timedInTurn(
        count, { _ in try ledger.appendSealed() }, { try raw.put(count + $0, bytes) })
    return [
        Figure("append.durable", sealed.ours, against: "LMDB put and commit", sealed.peer),
        Figure("record.durable", whole.ours, against: "LMDB put and commit", whole.peer),
    ]
}

/// How long sealed entries took to append, in milliseconds.
func timeSealedAppends(_ count: Int, in place: String) throws -> [Double] {
    let ledger = try BenchLedger(at: place + "/append-beside-peers")
    // The first entries pay for new pages and cold code.
    for _ in 0..<20 { try ledger.appendSealed() }
    return try timed(count) { _ in try ledger.appendSealed() }.map(\.milliseconds)
}
