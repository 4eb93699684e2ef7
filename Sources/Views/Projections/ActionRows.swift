package import CBOR
package import Handlingsplan
import PlanLog

/// The action stories: one row an action, by its number.
package enum ActionRows: StoryProjection {
    package typealias Row = ActionStory
    package static let name = "actions"
    package static let version = 2

    static func key(of subject: Subject) -> UInt64? {
        if case .action(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// `{1: number, 2...14: the timelines}`, in the order of the story; empty ones are left out.
extension ActionStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> ActionStory in
            ActionStory(
                number: try fields.required(1), standing: try fields.timeline(2),
                document: try fields.timeline(3), title: try fields.timeline(4),
                localNumber: try fields.timeline(5), areas: try fields.timeline(6),
                goals: try fields.timeline(7), comment: try fields.timeline(8),
                deadline: try fields.timeline(9), responsible: try fields.timeline(10),
                reports: try fields.timeline(11), forecasts: try fields.timeline(12),
                partners: try fields.timeline(13), annexes: try fields.timeline(14))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, number)
            $0.timeline(2, standing)
            $0.timeline(3, document)
            $0.timeline(4, title)
            $0.timeline(5, localNumber)
            $0.timeline(6, areas)
            $0.timeline(7, goals)
            $0.timeline(8, comment)
            $0.timeline(9, deadline)
            $0.timeline(10, responsible)
            $0.timeline(11, reports)
            $0.timeline(12, forecasts)
            $0.timeline(13, partners)
            $0.timeline(14, annexes)
        }
    }
}

/// `[]` for open, `[0]` for closed, `[1]` for written off, `[2, action]` for superseded.
extension ActionStory.Standing: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        let numbers = try [UInt64](from: &reader)
        switch (numbers.count, numbers.first) {
        case (0, _): self = .open
        case (1, 0): self = .closed
        case (1, 1): self = .writtenOff
        case (2, 2):
            guard let number = UInt32(exactly: numbers[1]), number > 0 else { fallthrough }
            self = .superseded(by: ActionNumber(number))
        default: throw reader.error(.outOfRange)
        }
    }

    package func encode(to encoder: inout Encoder) {
        let numbers: [UInt64] =
            switch self {
            case .open: []
            case .closed: [0]
            case .writtenOff: [1]
            case .superseded(let successor): [2, UInt64(successor.value)]
            }
        numbers.encode(to: &encoder)
    }
}

/// `[committee, report]`.
extension ActionStory.Report: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard try reader.array() == 2 else { throw reader.error(.outOfRange) }
        self.init(
            committee: try CommitteeNumber(from: &reader), report: try StatusReport(from: &reader))
    }

    package func encode(to encoder: inout Encoder) {
        encoder.array(2) {
            committee.encode(to: &$0)
            report.encode(to: &$0)
        }
    }
}

/// `[committee, forecast]`.
extension ActionStory.Expected: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard try reader.array() == 2 else { throw reader.error(.outOfRange) }
        self.init(
            committee: try CommitteeNumber(from: &reader), forecast: try Forecast(from: &reader))
    }

    package func encode(to encoder: inout Encoder) {
        encoder.array(2) {
            committee.encode(to: &$0)
            forecast.encode(to: &$0)
        }
    }
}
