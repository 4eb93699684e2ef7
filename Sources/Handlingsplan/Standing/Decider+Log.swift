import Coordinates

// The rules on what is said of the log itself.

extension Decider {
    func disregard(_ run: VoidRun, _ reason: String) throws(Rejection) -> [Event] {
        try check(reason, .reason)
        let voids = situation.log.voids
        guard run.first <= run.last else { throw .emptyRun(run.first, run.last) }
        guard run.last < situation.size.end else {
            throw .unknownEntry(run.last, size: situation.size)
        }
        for index in run.first.index...run.last.index where !voids.contains(Position(index)) {
            throw .entryStands(Position(index))
        }
        guard voids.open.contains(where: run.contains) else {
            throw .disregardedAlready(run.first, at: voids.dealtWithAt(run.first) ?? run.first)
        }
        return [.entriesDisregarded(run, reason: reason)]
    }

    func declareClock(_ first: Position, _ reason: String) throws(Rejection) -> [Event] {
        try check(reason, .reason)
        if first.index == 0 { throw .foundingEntry }
        guard first < situation.size.end else {
            throw .unknownEntry(first, size: situation.size)
        }
        return [.clockDeclared(first, reason: reason)]
    }

    func raiseFormat(_ format: UInt64) throws(Rejection) -> [Event] {
        guard format > situation.log.format else {
            throw .formatNotAbove(format, inForce: situation.log.format)
        }
        guard format <= LogFormat.newest else { throw .unknownFormat(format) }
        return [.formatRaised(format)]
    }
}
