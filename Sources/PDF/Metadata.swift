// What a file says about itself, twice, as old and new readers look for it: the information
// dictionary and XMP (ISO 32000-1, 14.3). Both say the same.

extension DocumentInfo {
    private static let producer = "Mingbai"

    /// Digits of the day, `20261120`; nil for what is no day.
    private var day: String? {
        let parts = date.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ Int($0) != nil }) else {
            return nil
        }
        return parts.joined()
    }

    func putDictionary(to out: inout [UInt8]) {
        out.put("<</Title")
        out.put(text: title)
        if let author {
            out.put("/Author")
            out.put(text: author)
        }
        if let subject {
            out.put("/Subject")
            out.put(text: subject)
        }
        if !keywords.isEmpty {
            out.put("/Keywords")
            out.put(text: keywords.joined(separator: ", "))
        }
        out.put("/Producer")
        out.put(text: Self.producer)
        if let day {
            for key: StaticString in ["/CreationDate(D:", "/ModDate(D:"] {
                out.put(key)
                out.put(utf8: day)
                out.put(")")
            }
        }
        out.put(">>")
    }

    func putXMP(to out: inout [UInt8]) {
        out.put("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
        out.put("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n")
        out.put("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
        out.put("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
        out.put(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"")
        out.put(" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n")
        out.put("<dc:format>application/pdf</dc:format>\n")
        putList("dc:title", "rdf:Alt", [title], to: &out)
        putList("dc:language", "rdf:Bag", [language], to: &out)
        if let author { putList("dc:creator", "rdf:Seq", [author], to: &out) }
        if let subject { putList("dc:description", "rdf:Alt", [subject], to: &out) }
        if !keywords.isEmpty {
            putList("dc:subject", "rdf:Bag", keywords, to: &out)
            putElement("pdf:Keywords", keywords.joined(separator: ", "), to: &out)
        }
        if day != nil {
            putElement("xmp:CreateDate", String(date.prefix(10)), to: &out)
            putElement("xmp:ModifyDate", String(date.prefix(10)), to: &out)
        }
        putElement("pdf:Producer", Self.producer, to: &out)
        out.put("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
    }

    private func putElement(_ name: StaticString, _ text: String, to out: inout [UInt8]) {
        out.put("<")
        out.put(name)
        out.put(">")
        putEscaped(text, to: &out)
        out.put("</")
        out.put(name)
        out.put(">\n")
    }

    private func putList(
        _ name: StaticString, _ container: String, _ items: [String], to out: inout [UInt8]
    ) {
        let item = container == "rdf:Alt" ? "<rdf:li xml:lang=\"x-default\">" : "<rdf:li>"
        out.put("<")
        out.put(name)
        out.put(utf8: "><\(container)>")
        for text in items {
            out.put(utf8: item)
            putEscaped(text, to: &out)
            out.put("</rdf:li>")
        }
        out.put(utf8: "</\(container)></")
        out.put(name)
        out.put(">\n")
    }

    /// Text for XML 1.0, which knows no control characters and no U+FFFE, U+FFFF.
    private func putEscaped(_ text: String, to out: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.put("&amp;")
            case "<": out.put("&lt;")
            case ">": out.put("&gt;")
            case "\t", "\n": out.put(" ")
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
            default: out += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }
}
