package import Coordinates

/// What one attribute of one thing was, in two times at once: the day from which each value
/// holds, and the position at which it was recorded. Nothing is ever overwritten.
///
/// The value at a moment is the last item, by effective day and then by position, that holds by
/// the moment's day, was recorded by its position, and stood uncorrected at that position.
package struct Timeline<Value: Hashable & Sendable>: Hashable, Sendable {
    package struct Item: Hashable, Sendable {
        package let stamp: Stamp
        package let value: Value
        /// Where corrections turned this item, ascending: the first takes it away, the second
        /// brings it back, and so on.
        package private(set) var turns: [Position]

        package init(stamp: Stamp, value: Value, turns: [Position] = []) {
            self.stamp = stamp
            self.value = value
            self.turns = turns
        }

        func isVisible(at moment: Moment) -> Bool {
            stamp.effective <= moment.effective && stamp.position <= moment.known
                && isUpright(turns, at: moment.known)
        }

        fileprivate mutating func turn(at position: Position) { turns.append(position) }
    }

    /// By effective day, then by position; within one act, in the order of its events.
    package private(set) var items: [Item]

    package init(items: [Item] = []) { self.items = items }

    package mutating func record(_ value: Value, at stamp: Stamp) {
        // Most acts hold from a later day than those before them, so look from the end.
        items.append(Item(stamp: stamp, value: value))
        var index = items.endIndex - 1
        while index > 0, stamp.precedes(items[index - 1].stamp) {
            items.swapAt(index, index - 1)
            index -= 1
        }
    }

    /// Turns the items that the entry at `source` recorded.
    package mutating func turn(itemsFrom source: Position, at position: Position) {
        for index in items.indices where items[index].stamp.position == source {
            items[index].turn(at: position)
        }
    }

    /// The item in force at a moment; nil where none is yet.
    package func item(at moment: Moment) -> Item? { latestFirst(at: moment).first }

    package func value(at moment: Moment) -> Value? { item(at: moment)?.value }

    /// The items visible at a moment, the one in force first.
    package func latestFirst(at moment: Moment) -> some Collection<Item> {
        items.reversed().lazy.filter { $0.isVisible(at: moment) }
    }

    /// The items visible at a moment, the one in force last.
    package func visible(at moment: Moment) -> some Collection<Item> {
        items.lazy.filter { $0.isVisible(at: moment) }
    }

    /// The item that a story began with, while it stands uncorrected.
    package func first(known: Position) -> Item? {
        items.first.flatMap {
            $0.stamp.position <= known && isUpright($0.turns, at: known) ? $0 : nil
        }
    }
}

/// A point in two times: what held on a day, as the log knew it at a position.
package struct Moment: Hashable, Sendable {
    package let effective: CalendarDate
    /// The last entry that counts.
    package let known: Position

    package init(effective: CalendarDate, known: Position) {
        self.effective = effective
        self.known = known
    }
}

/// Whether something stands uncorrected at a position, given where corrections turned it.
package func isUpright(_ turns: [Position], at known: Position) -> Bool {
    turns.count { $0 <= known }.isMultiple(of: 2)
}

extension Stamp {
    fileprivate func precedes(_ other: Stamp) -> Bool {
        (effective, position) < (other.effective, other.position)
    }
}
