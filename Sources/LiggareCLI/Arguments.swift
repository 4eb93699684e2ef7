import ArgumentParser
import Coordinates
import Exchange
import Files
import Handlingsplan
import TransparencyLog
import Witnessing

// How what people write on the command line is read.

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension CommitteeCode: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension DocumentSlug: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension DenseNumber {
    fileprivate init?(_ argument: String) {
        guard let value = UInt32(argument), value > 0 else { return nil }
        self.init(value)
    }
}

extension AreaNumber: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension GoalNumber: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension ActionNumber: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension GuidelineNumber: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension IndicatorNumber: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Position: ExpressibleByArgument {
    public init?(argument: String) {
        guard let index = UInt64(argument) else { return nil }
        self.init(index)
    }
}

/// As a ledger's id is printed.
extension Hash: ExpressibleByArgument {
    public init?(argument: String) { self.init(hexadecimal: argument) }
}

extension Period: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// As the command prints it, or as Swedes write it: `12,5`, `1 171`.
extension Quantity: ExpressibleByArgument {
    public init?(argument: String) {
        guard let text = readDecimal(argument) else { return nil }
        self.init(text)
    }
}

/// `KS`, or with a name, `AMN=Arbetsmarknadsnämnden`, for a new committee.
extension Destination: ExpressibleByArgument {
    public init?(argument: String) {
        let parts = argument.split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let code = CommitteeCode(String(parts[0])) else { return nil }
        self = parts.count == 1 ? .existing(code) : .new(Naming(code: code, name: String(parts[1])))
    }
}

/// As signed-note writes it: a name, the key's id, and the key; or a file whose first line is that.
extension VerificationKey: ExpressibleByArgument {
    public init?(argument: String) {
        if let key = VerificationKey(argument) {
            self = key
        } else {
            let file = try? WholeFile.read(argument, byteLimit: 4096, acceptingPipes: true)
            let bytes = file ?? nil
            let lines = String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n")
            guard let key = lines.first.flatMap({ VerificationKey(String($0)) }) else { return nil }
            self = key
        }
    }
}

extension ListeningAddress: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Status: ExpressibleByArgument {}
extension Forecast.Expectation: ExpressibleByArgument {}
extension Target.Bound: ExpressibleByArgument {}
extension ReadingRules.Before: ExpressibleByArgument {}
extension CommitteeKind: ExpressibleByArgument {}
