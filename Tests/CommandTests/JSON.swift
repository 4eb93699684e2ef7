import Foundation
import Testing

// How tests look into what programs are told.

extension String {
    var jsonObject: [String: Any] {
        get throws {
            try #require(
                try JSONSerialization.jsonObject(with: Data(utf8)) as? [String: Any], "\(self)")
        }
    }
}

extension [String: Any] {
    var names: Set<String> { Set(keys) }

    func object(_ name: String) -> [String: Any] { self[name] as? [String: Any] ?? [:] }

    func list(_ name: String) -> [[String: Any]] { self[name] as? [[String: Any]] ?? [] }
}
