import Coordinates
import EntryLog
import LogSupport
import TestSupport
import Testing

@Suite struct CommandIDTests {
    @Test("A command that is sent again gets its first receipt, and nothing is written")
    func duplicate() throws {
        try withLog { bench in
            let first = try bench.append(contents(0..<3), commandID: "once")
            for _ in 0..<2 {
                let before = try bench.storedEntries()
                let second = try bench.append(contents(3..<5), commandID: "once")
                #expect(second.repeats(first))
                #expect(try bench.storedEntries() == before)
                try bench.append(contents(5..<300))
                try bench.reopen()
            }
        }
    }

    @Test("A duplicate is answered before the head is compared")
    func duplicateOnOldHead() throws {
        try withLog { bench in
            let old = try bench.head
            let first = try bench.append(contents(0..<1), commandID: "once", on: old)
            let second = try bench.append(contents(0..<1), commandID: "once", on: old)
            #expect(second.repeats(first))
        }
    }

    @Test("The founding is a command too")
    func founding() throws {
        try withLog { bench in
            let root = try bench.head.root
            let receipt = try bench.append(contents(0..<1), commandID: "founding")
            #expect(receipt.isDuplicate)
            #expect(receipt.positions == Position(0)..<Position(1))
            #expect(receipt.recordedAt == .founded)
            #expect(receipt.root == root)
            #expect(try bench.log.read { try $0.receipt(of: "never-sent") } == nil)
        }
    }

    @Test(
        "A command id has 1 to 64 printable characters of ASCII, without blanks",
        arguments: [
            ("a", true), (String(repeating: "a", count: 64), true), ("2014/45!~", true),
            ("a b", false), ("å", false), ("a\u{30a}", false), ("\u{212b}", false),
            (String(repeating: "a", count: 65), false), ("", false), ("a\nb", false),
            ("a\0", false), ("\u{7f}", false), ("\u{85}", false),
        ])
    func form(text: String, isID: Bool) {
        #expect((CommandID(text) != nil) == isID)
        #expect(CommandID(text)?.description == (isID ? text : nil))
    }

    @Test("A random command id is 32 hexadecimal digits, also when they begin with zeros")
    func random() {
        var generator = SeededGenerator(seed: 7)
        let ids = Set((0..<1000).map { _ in CommandID.random(using: &generator) })
        #expect(ids.count == 1000)
        for id in ids { #expect(id.description.wholeMatch(of: /[0-9a-f]{32}/) != nil) }
    }
}

extension Receipt {
    fileprivate func repeats(_ first: Receipt) -> Bool {
        isDuplicate && !first.isDuplicate && positions == first.positions
            && recordedAt == first.recordedAt && root == first.root
    }
}
