import Answers
import Coordinates
import Handlingsplan

/// Who may record what, and who might once.
extension KeysAnswer: Output {
    var text: String {
        var table = Table([
            .init(heading: "Key id"), .init(heading: "Right", wrapsAt: 40), .init(heading: "Until"),
            .init(heading: "Since entry", isNumber: true), .init(heading: "Holder", wrapsAt: 30),
        ])
        for key in keys {
            table.add([
                Texts.keyID(key.writer), Texts.right(key), key.right?.until?.rfc3339 ?? "",
                key.since.description, key.right?.holder ?? "",
            ])
        }
        return Texts.keysHeading(moment) + "\n\n" + table.text
    }
}
