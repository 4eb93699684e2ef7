import Foundation

/// What a golden file of `Fixtures` holds, written in hexadecimal.
package func goldenBytes(_ name: String) throws -> [UInt8] {
    [UInt8](hex: try projectText("Fixtures/\(name).hex"))
}

/// A text file of the project, by its path from the root.
package func projectText(_ path: String) throws -> String {
    let project = URL(filePath: #filePath).appending(path: "../../..").standardized
    return try String(contentsOf: project.appending(path: path), encoding: .utf8)
}
