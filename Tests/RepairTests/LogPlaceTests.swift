import Files
import Foundation
import TestSupport
import Testing

@testable import Repair

@Suite("How a new log takes the place of a damaged one")
struct LogPlaceTests {
    private let directory: TemporaryDirectory
    private let place: LogPlace

    init() throws {
        directory = try TemporaryDirectory()
        place = LogPlace(directory: directory.path)
        try make("log", with: "damaged")
    }

    private func make(_ folder: String, with text: String) throws {
        try FileManager.default.createDirectory(
            atPath: directory.path + "/" + folder, withIntermediateDirectories: true)
        try write(text, to: folder + "/data.mdb")
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: directory.path + "/" + name, atomically: false, encoding: .utf8)
    }

    private func text(_ folder: String) -> String? {
        try? String(contentsOfFile: directory.path + "/\(folder)/data.mdb", encoding: .utf8)
    }

    private var names: [String] {
        get throws { try #require(try Folder.names(in: directory.path)) }
    }

    /// A new log that is finished, and not in place yet.
    private func begin() throws {
        try place.begin()
        try write("new", to: "log.repaired/data.mdb")
    }

    @Test("The new one is in place, and the damaged one beside it, under the next free number")
    func inPlace() throws {
        for number in 1...3 {
            try begin()
            #expect(try place.putInPlace() == directory.path + "/log.damaged-\(number)")
            #expect(text("log") == "new")
            #expect(text("log.damaged-\(number)") == (number == 1 ? "damaged" : "new"))
            #expect(try Folder.names(in: place.log) == ["data.mdb"])
        }
        #expect(try names == ["log", "log.damaged-1", "log.damaged-2", "log.damaged-3"])
    }

    @Test("Where there was none, the new one is in place")
    func none() throws {
        try FileManager.default.removeItem(atPath: place.log)
        try begin()
        #expect(try place.putInPlace() == nil)
        #expect(text("log") == "new")
        #expect(try names == ["log"])
    }

    @Test("One in the making is cleared away by the next repair, and the damaged one stays")
    func inTheMaking() throws {
        try begin()
        #expect(try place.finishEarlier() == nil)
        #expect(try names == ["log"])
        #expect(text("log") == "damaged")
        // Killed before anything was in it, or while it was cleared away.
        try FileManager.default.createDirectory(
            atPath: place.new, withIntermediateDirectories: false)
        #expect(try place.finishEarlier() == nil)
        #expect(try names == ["log"])
    }

    @Test("A repair that was killed once the names were exchanged is ended")
    func exchanged() throws {
        try begin()
        #expect(try Folder.exchange(place.new, place.log))
        #expect(try place.finishEarlier() == directory.path + "/log.damaged-1")
        #expect(text("log") == "new")
        #expect(text("log.damaged-1") == "damaged")
        #expect(try Folder.names(in: place.log) == ["data.mdb"])
        #expect(try place.finishEarlier() == nil)
    }

    @Test("Where names cannot be exchanged, one that was killed between two renames is ended")
    func moved() throws {
        try begin()
        try write("whole\n", to: "log.repaired/repair")
        try Folder.move(place.log, to: directory.path + "/log.damaged-1")
        #expect(try place.finishEarlier() == nil)
        #expect(text("log") == "new")
        #expect(text("log.damaged-1") == "damaged")
        #expect(try Folder.names(in: place.log) == ["data.mdb"])
    }

    @Test("What was given up is gone, but never the damaged log under the new one's name")
    func discarded() throws {
        try begin()
        try FileManager.default.createDirectory(
            atPath: place.new + "/fetching", withIntermediateDirectories: false)
        try place.discard()
        #expect(try names == ["log"])
        try begin()
        #expect(try Folder.exchange(place.new, place.log))
        try place.discard()
        #expect(text("log.repaired") == "damaged")
    }
}
