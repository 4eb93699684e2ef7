import Glibc

extension MappedFile {
    /// Whether the file is still the one at its path. Another that is put there, such as a restored
    /// backup, does not change what an open file holds.
    var isInPlace: Bool {
        var (own, there) = (stat(), stat())
        return unsafe fstat(descriptor, &own) == 0 && stat(path + "/data.mdb", &there) == 0
            && own.st_dev == there.st_dev && own.st_ino == there.st_ino
    }
}
