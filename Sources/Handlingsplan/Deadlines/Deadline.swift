/// A deadline (tidsgräns): the words of the decision, always verbatim, and what they were read
/// to mean when they were recorded.
package struct Deadline: Hashable, Sendable {
    package let text: String
    /// Nil where the words could not be read. They are never guessed at.
    package let reading: DeadlineReading?

    package init(text: String, reading: DeadlineReading?) {
        self.text = text
        self.reading = reading
    }
}
