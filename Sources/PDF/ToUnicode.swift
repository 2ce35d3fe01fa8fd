/// The CMap that says which characters each code of a font means (ISO 32000-1, 9.10.3).
func toUnicode(_ glyphs: [EmbeddedGlyph]) -> [UInt8] {
    var map: [UInt8] = []
    map.put(
        """
        /CIDInit/ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
        /CMapName/Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000><FFFF>
        endcodespacerange

        """)
    for start in stride(from: 0, to: glyphs.count, by: mostRowsPerBlock) {
        let block = glyphs[start..<min(start + mostRowsPerBlock, glyphs.count)]
        map.put(integer: block.count)
        map.put(" beginbfchar\n")
        for glyph in block {
            map.put("<")
            map.put(hex: glyph.code)
            map.put("><")
            // A later part of a character means nothing by itself; but a code must mean something.
            let text = glyph.text.isEmpty ? ["\u{200B}"] : Array(glyph.text)
            for scalar in text {
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    map.put(hex: unit)
                }
            }
            map.put(">\n")
        }
        map.put("endbfchar\n")
    }
    map.put("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
    return map
}

/// The CMap specification allows no more between `beginbfchar` and `endbfchar`.
private let mostRowsPerBlock = 100
