import Synchronization

extension MappedFile {
    private enum Outcome<R> {
        case committed(R)
        case mapFull(LMDBError)
    }

    /// Runs `body` in a write transaction and commits; grows the map and starts over as often as the
    /// map is full.
    func write<R>(_ body: (inout WriteTransaction) throws -> R) throws -> R {
        var result: R?
        try writers.withLock { _ in
            try claim.withWritersLock {
                while result == nil {
                    switch try attempt(body) {
                    case .committed(let value): result = .some(value)
                    case .mapFull(let error): try grow(after: error)
                    }
                }
            }
        }
        return result!
    }

    /// Whether the map is full is asked of the transaction, not of the error: `body` may have
    /// wrapped or swallowed it.
    private func attempt<R>(
        _ body: (inout WriteTransaction) throws -> R
    ) throws -> Outcome<R> {
        var transaction = try WriteTransaction(file: self)
        do {
            let result = try body(&transaction)
            try transaction.commit()
            if isChecked { keepSum() }
            return .committed(result)
        } catch {
            guard let failure = transaction.failure, failure.isMapFull else { throw error }
            return .mapFull(failure)
        }
    }
}
