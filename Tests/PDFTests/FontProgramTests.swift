import Testing
import Typography

@testable import PDF

/// Which code shows which glyph, read out of small CFF tables that are built by hand.
@Suite struct FontProgramTests {
    /// A CFF table of four glyphs without outlines.
    private func table(charset: [UInt8]?, predefined: UInt8? = nil, isCID: Bool = true) -> [UInt8] {
        func index(_ pieces: [[UInt8]]) -> [UInt8] {
            guard !pieces.isEmpty else { return [0, 0] }
            var offsets: [UInt8] = [1]
            for piece in pieces { offsets.append(offsets[offsets.count - 1] + UInt8(piece.count)) }
            return [0, UInt8(pieces.count), 1] + offsets + pieces.flatMap { $0 }
        }
        func number(_ value: Int) -> [UInt8] { [28, UInt8(value >> 8), UInt8(value & 255)] }
        let head: [UInt8] = [1, 0, 4, 1]
        let names = index([Array("Test".utf8)])
        let rest = index([]) + index([])
        func top(charset: Int, charStrings: Int) -> [UInt8] {
            let order: [UInt8] = isCID ? number(391) + number(392) + [139, 12, 30] : []
            // A real number: -2.25, as in the specification's example.
            let real: [UInt8] = [30, 0xE2, 0xA2, 0x5F, 12, 7]
            let box: [UInt8] = [129, 144, 247, 0, 251, 0, 5]
            var entries = order + real + box
            entries += number(charset) + [15]
            entries += number(charStrings) + [17]
            return entries
        }
        let size = index([top(charset: 0, charStrings: 0)]).count
        let start = head.count + names.count + size + rest.count
        let charsetBytes = charset ?? []
        let place = predefined.map(Int.init) ?? start
        let strings = start + charsetBytes.count
        return head + names + index([top(charset: place, charStrings: strings)]) + rest
            + charsetBytes + index([[14], [14], [14], [14]])
    }

    private func program(_ bytes: [UInt8]) -> FontProgram? {
        FontProgram(FontSubset(kind: .cff, bytes: bytes, newGlyphs: [:]))
    }

    @Test(
        arguments: [
            [0, 0x01, 0x00, 0x02, 0x00, 0xFF, 0xFE],
            [1, 0x01, 0x00, 0, 0x02, 0x00, 0, 0xFF, 0xFE, 9],
        ] as [[UInt8]])
    func singleCIDs(charset: [UInt8]) throws {
        #expect(try #require(program(table(charset: charset))).codes == [0, 256, 512, 65534])
    }

    @Test(arguments: [[1, 0x01, 0x00, 2], [2, 0x01, 0x00, 0, 2]] as [[UInt8]])
    func rangesOfCIDs(charset: [UInt8]) throws {
        #expect(try #require(program(table(charset: charset))).codes == [0, 256, 257, 258])
    }

    @Test(arguments: [0, 1, 2] as [UInt8])
    func predefinedCharsetsCountGlyphs(number: UInt8) throws {
        let program = program(table(charset: nil, predefined: number))
        #expect(try #require(program).codes == [0, 1, 2, 3])
    }

    @Test func fontsWithNamesCountGlyphs() throws {
        let bytes = table(charset: [0, 0x01, 0x00, 0x02, 0x00, 0xFF, 0xFE], isCID: false)
        #expect(try #require(program(bytes)).codes == [0, 1, 2, 3])
    }

    @Test func boxComesFromTheFont() throws {
        let bytes = table(charset: [2, 0x01, 0x00, 0, 2])
        #expect(try #require(program(bytes)).box == [-10, 5, 108, -108])
    }

    @Test func damagedTablesAreRefused() {
        let whole = table(charset: [0, 0x01, 0x00, 0x02, 0x00, 0xFF, 0xFE])
        #expect(program([]) == nil)
        // Wherever it is cut, reading ends without a crash; the last index has no end to check.
        for length in 0..<whole.count { _ = program(Array(whole.prefix(length))) }
        #expect(program(Array(whole.prefix(whole.count - 12))) == nil)
        #expect(program(table(charset: [3, 0, 0])) == nil)
        for position in whole.indices {
            for value: UInt8 in [0, 0xFF] {
                var damaged = whole
                damaged[position] = value
                _ = program(damaged)
            }
        }
    }

    @Test func damagedTrueTypeIsRefused() throws {
        let fonts = TestFonts()
        let run = try fonts.run("办事", TestFonts.kai)
        let subset = try #require(
            fonts.faces.subset(TestFonts.kai, glyphs: run.glyphs.map(\.id)))
        let program = try #require(FontProgram(subset))
        #expect(program.codes == [0, 1, 2])
        #expect(program.box[0] < program.box[2])
        for length in stride(from: 0, to: 200, by: 7) {
            var cut = subset
            cut.bytes = Array(subset.bytes.prefix(length))
            #expect(FontProgram(cut) == nil)
        }
    }
}
