import Foundation
import Testing

extension String {
    var jsonObject: [String: Any] {
        get throws {
            try #require(
                try JSONSerialization.jsonObject(with: Data(utf8)) as? [String: Any], "\(self)")
        }
    }
}
