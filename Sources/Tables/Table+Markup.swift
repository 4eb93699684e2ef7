extension Table {
    /// As GitHub's Markdown has tables.
    var markdown: String {
        let rule = columns.map { $0.isNumber ? "---:" : "---" }
        return
            ([columns.map { $0.heading.asMarkdown }, rule]
            + rows.map { $0.map { $0.plain.asMarkdown } })
            .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    /// A fragment to put into a page.
    var html: String {
        let headings = columns.map { "<th scope=\"col\">\($0.heading.asHTML)</th>" }.joined()
        let body = rows.map { row in
            "<tr>"
                + zip(columns, row).map { column, cell in
                    "<td\(column.isNumber ? " class=\"number\"" : "")>\(cell.plain.asHTML)</td>"
                }.joined() + "</tr>\n"
        }
        return "<table>\n<thead><tr>\(headings)</tr></thead>\n<tbody>\n\(body.joined())"
            + "</tbody>\n</table>\n"
    }
}

extension String {
    /// By Unicode scalars: a mark can join with what has to be replaced to one character.
    private func replacing(_ replacements: [Unicode.Scalar: String]) -> String {
        unicodeScalars.map { replacements[$0] ?? String($0) }.joined()
    }

    fileprivate var asMarkdown: String {
        replacing([
            "|": "\\|", "\\": "\\\\", "*": "\\*", "_": "\\_", "`": "\\`", "[": "\\[", "~": "\\~",
            "<": "&lt;", "&": "&amp;", "\n": "<br>", "\r": "",
        ])
    }

    fileprivate var asHTML: String {
        replacing([
            "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\n": "<br>",
            "\r": "",
        ])
    }
}
