import Handlingsplan
import Registry

/// What is wrong with one line of a file.
struct RejectedLine: Error {
    let file: String
    let line: Int
    /// Which of the line's events, counted from 1, where it has several.
    var event: Int?
    /// The heading of the cell, in a table.
    var heading: String?
    let rejection: Rejection
}

/// What one line of a file asks for is beyond its writer's right.
struct NotPermittedLine: Error {
    let file: String
    let line: Int
    /// As in `RejectedLine`.
    let event: Int?
    let refusal: NotPermitted
}
