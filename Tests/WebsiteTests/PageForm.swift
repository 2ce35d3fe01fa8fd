/// What is wrong with the form of a page, whatever it says.
struct PageForm {
    let html: String

    var faults: [String] {
        headings + tables + holes + names + spaces
    }

    private var headings: [String] {
        let levels = html.matches(of: #/<h([1-6])[ >]/#).compactMap { Int($0.1) }
        var faults: [String] = []
        if levels.count(where: { $0 == 1 }) != 1 { faults.append("not one h1: \(levels)") }
        if levels.first != 1 { faults.append("begins with h\(levels.first ?? 0)") }
        for (level, next) in zip(levels, levels.dropFirst()) where next > level + 1 {
            faults.append("h\(next) follows h\(level)")
        }
        return faults
    }

    private var tables: [String] {
        html.matches(of: #/<table[\s\S]*?<\/table>/#).flatMap { match -> [String] in
            let table = match.0
            var faults: [String] = []
            if !table.contains("<caption") { faults.append("no caption: \(table.prefix(120))") }
            for head in table.matches(of: #/<th(?:\s[^>]*)?>/#) where !head.0.contains("scope=") {
                faults.append("no scope: \(head.0)")
            }
            if !table.contains("<tbody>\n<tr>"), !table.contains("<tbody><tr>") {
                faults.append("no row: \(table.prefix(120))")
            }
            return faults
        }
    }

    /// Labels without anything behind them, links that lead nowhere.
    private var holes: [String] {
        let empty =
            #/<(dd|dt|td|th|p|li|a|b|small|span|h[1-6]|caption|time|title|ul|ol|dl|div|blockquote|summary)(?:\s[^>]*)?>\s*<\/\1>/#
        return html.matches(of: empty).map { "empty: \($0.0)" }
            + html.matches(
                of: #/<section[^>]*>\s*<(h[2-6])[^>]*>(?:(?!<\/\1>)[\s\S])*<\/\1>\s*<\/section>/#
            )
            .map { "only a heading: \($0.0)" }
            + html.matches(of: #/\s(?:href|src|content|datetime)=""/#).map { "empty:\($0.0)" }
            + html.matches(of: #/[（(]\s*[）)]|[：、·]\s*<\/(?:dd|li|span|small)>/#)
            .map { "hole: \($0.0)" }
            + html.matches(of: #/(?:nil|Optional\(|\{\{|\}\})/#).map { "not words: \($0.0)" }
    }

    private var names: [String] {
        var faults: [String] = []
        let ids = html.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) }
        let repeated = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys
        faults += repeated.sorted().map { "id twice: \($0)" }
        let anchors = html.matches(of: #/href="#([^"]*)"/#).map { String($0.1) }
        faults += anchors.filter { !ids.contains($0) }.map { "no id: \($0)" }
        return faults
    }

    private var spaces: [String] {
        let words = html.replacing(#/<pre>[\s\S]*?<\/pre>/#, with: "")
        return words.matches(of: #/[^\n ]+  +[^\n ]+/#).map { "two spaces: \($0.0)" }
    }
}
