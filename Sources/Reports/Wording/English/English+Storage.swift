// How much room a ledger takes.

extension English {
    func storage(_ use: StorageUse) -> [String] {
        var lines = ["Storage:"]
        for (name, file) in [("log", use.log), ("views", use.views)] {
            guard let file else { continue }
            lines.append("  \(name): \(size(file.bytes)), of which \(size(file.freeBytes)) is free")
            for reader in file.readers ?? [] { lines.append("    read by \(self.reader(reader))") }
            if file.heldBytes > 0 {
                lines.append(
                    "    \(size(file.heldBytes)) of it can't be used again until they have ended")
            }
        }
        if use.views == nil { lines.append("  views: nothing is stored") }
        if use.tail > 0 {
            lines.append("  \(count(use.tail, "entry", "entries")) not yet stored in the views")
        }
        return lines
    }

    private func reader(_ reader: FileUse.Reader) -> String {
        "process \(reader.process)" + (reader.program.map { " (\(visible($0)))" } ?? "")
    }

    /// In kilobytes, from ten megabytes on in megabytes.
    private func size(_ bytes: Int) -> String {
        bytes < 10_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
    }
}
