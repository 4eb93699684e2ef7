/// An error that may leave its module. What it says to people is said where the words are.
package protocol Failing: Error {
    var failureKind: FailureKind { get }
}
