import Glibc

/// What a system call gave, which is made again where a signal came in between: somebody stopped the
/// program and let it go on, or changed the size of its window.
package func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
