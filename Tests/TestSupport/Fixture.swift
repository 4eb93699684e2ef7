import Foundation

/// The bytes of a golden file, `Fixtures/<name>.hex`.
package func goldenBytes(_ name: String) throws -> [UInt8] {
    let project = URL(filePath: #filePath).appending(path: "../../..").standardized
    let file = project.appending(path: "Fixtures/\(name).hex")
    return [UInt8](hex: try String(contentsOf: file, encoding: .utf8))
}
