import Annexes
import Foundation
package import Handlingsplan

extension Annex {
    /// Files that a ledger in a test may have attached: the messages of FIPS 180-2, appendix B.
    package static let samples: [Annex] = messages.map { message, digest in
        Annex(
            name: "Bilaga \(message.utf8.count).txt", digest: Digest256(bytes(digest))!,
            byteCount: UInt64(message.utf8.count))
    }

    private static let messages = [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    private static func bytes(_ hexadecimal: String) -> [UInt8] {
        stride(from: 0, to: hexadecimal.count, by: 2).map { offset in
            UInt8(hexadecimal.dropFirst(offset).prefix(2), radix: 16)!
        }
    }

    /// Stores the files of all samples.
    static func storeSamples(in folder: AnnexFolder, from directory: String) throws {
        for (message, _) in messages {
            let file = directory + "/annex.txt"
            try Data(message.utf8).write(to: URL(filePath: file))
            _ = try folder.store(fileAt: file)
            try FileManager.default.removeItem(atPath: file)
        }
    }
}
