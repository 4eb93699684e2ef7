import Foundation
import Testing

@Suite("What lies where a file is to be")
struct NoFileTests {
    /// What is put in a place, and the command that meets it there.
    @Test(
        "A pipe or a device is refused at once, with a sentence",
        arguments: [
            ("config/liggare/key.pem", "status 1 ongoing"),
            ("config/liggare/checkpoint-key.pem", "publish public"),
            ("ledger/checkpoints/4", "checkpoint"), ("ledger/checkpoints/4", "audit"),
            ("ledger/copy-of", "board KS"), ("$seen", "board KS"),
            ("public/checkpoint", "publish public"),
            ("public/checkpoint", "audit --from public --key $key --copy copy"),
            ("public/tile/entries/000.p/4", "audit --from public --key $key --copy new"),
            ("public/liggare/checkpoints/sizes", "audit --from public --key $key --copy copy"),
            ("copy/checkpoints/4", "audit --from public --key $key --copy copy"),
            ("there", "verify there"), ("there", "append there"),
            ("there", "attach there --action 1"),
            ("there", "plan import there --plan prov --title Prov"),
            ("there", "audit --against there"),
            ("there", "status 1 ongoing --passphrase-file there --key locked.pem"),
            ("there", "key new --file new.pem --passphrase-file there"),
        ])
    func refused(place: String, command: String) throws {
        for (make, isLink) in [("mkfifo", false), ("ln -sf /dev/zero", true)] {
            let workplace = try Workplace()
            try workplace.found()
            let outcome = try workplace.shell(
                """
                liggare publish public > made.txt; liggare board KS > made.txt
                key=$(liggare checkpoint --verification-key)
                liggare audit --from public --key $key --copy copy > made.txt
                seen=$(echo .local/state/liggare/seen/*)
                openssl genpkey -algorithm ed25519 -aes-256-cbc -pass pass:hemligt -out locked.pem \
                    2> made.txt && chmod 600 locked.pem
                rm -f \(place); \(make) \(place)
                timeout 5 liggare \(command)
                """)
            #expect(
                [1, 64, 65, 74, 77].contains(outcome.exitCode),
                "\(make): \(outcome.exitCode) \(outcome.errors)")
            let said = outcome.errors + outcome.output
            #expect(
                said.contains("a pipe or a device") || said.contains("is longer than")
                    || said.contains("cannot be read") || isLink && said.contains("NOT VERIFIED"),
                "\(make): \(said)")
        }
    }
}
