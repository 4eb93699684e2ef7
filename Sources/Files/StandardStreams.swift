import Glibc

/// The three descriptors that every program expects to have.
package enum StandardStreams {
    /// Gives the numbers 0 to 2 to `/dev/null` where nothing was handed over, so that no file that is
    /// opened later gets one of them: what a library says of an error would be written into it. To
    /// write to them still fails, as it should where nobody listens.
    package static func fill() {
        for number in STDIN_FILENO...STDERR_FILENO
        where fcntl(number, F_GETFD) < 0 && errno == EBADF {
            // The lowest number that is free.
            _ = open("/dev/null", O_RDONLY)
        }
    }
}
