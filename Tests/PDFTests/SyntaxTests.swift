import Testing

@testable import PDF

@Suite struct SyntaxTests {
    private func written(_ write: (inout [UInt8]) -> Void) -> String {
        var out: [UInt8] = []
        write(&out)
        return String(decoding: out, as: UTF8.self)
    }

    @Test(
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.5, ".5"), (-0.5, "-.5"), (0.05, ".05"),
            (0.005, ".005"), (0.0004, "0"), (-0.0004, "0"), (12.3456, "12.346"), (100.1, "100.1"),
            (841.89, "841.89"), (14_400, "14400"), (0.9996, "1"),
            (123_456_789.001, "123456789.001"),
            (.nan, "0"), (.infinity, "0"), (-.infinity, "0"), (1e300, "0"),
        ] as [(Double, String)])
    func numbers(value: Double, expected: String) {
        #expect(written { $0.put(number: value) } == expected)
    }

    @Test(arguments: [(0, "0"), (7, "7"), (10, "10"), (-250, "-250"), (1_234_567, "1234567")])
    func integers(value: Int, expected: String) {
        #expect(written { $0.put(integer: value) } == expected)
    }

    @Test(arguments: [
        ("", "()"), ("Card 1", "(Card 1)"), ("a)b(c\\", "(a\\)b\\(c\\\\)"),
        ("卡", "<FEFF5361>"), ("😀", "<FEFFD83DDE00>"), ("a\u{0}b", "<FEFF006100000062>"),
        ("é", "<FEFF00E9>"), ("\u{7F}", "<FEFF007F>"), ("x\u{1B}y", "<FEFF00780079>"),
    ])
    func textStrings(text: String, expected: String) {
        #expect(written { $0.put(text: text) } == expected)
    }

    @Test(arguments: [
        ("NotoSansCJKsc-Regular", "/NotoSansCJKsc-Regular"), ("A B", "/A#20B"),
        ("x/y(z)#", "/x#2Fy#28z#29#23"), ("宋", "/#E5#AE#8B"), ("a\u{0}b", "/ab"),
    ])
    func names(name: String, expected: String) {
        #expect(written { $0.put(name: name) } == expected)
    }

    @Test(arguments: [
        ("https://a.cn/b?c=d&e=f#g", "https://a.cn/b?c=d&e=f#g"),
        ("https://例.cn/卡", "https://%E4%BE%8B.cn/%E5%8D%A1"),
        ("tel:0000-7000003", "tel:0000-7000003"),
        ("a b\"<>\\^`{|}", "a%20b%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("%41%zz%", "%41%25zz%25"), ("x\u{0}\n)", "x%00%0A)"), ("http://[::1]/", "http://[::1]/"),
    ])
    func addresses(address: String, expected: String) {
        #expect(String(decoding: PageLink.ascii(address), as: UTF8.self) == expected)
    }

    @Test(arguments: [(0, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 3), (1 << 24, 4)])
    func widthsOfCrossReferences(value: Int, expected: Int) {
        #expect(ObjectFile.width(of: value) == expected)
    }

    @Test(arguments: [
        ("①", ListNumbering.decimal), ("（一）", .decimal), ("2.", .decimal), ("□", .square),
        ("•", .disc), ("a)", .lowerAlpha), ("A.", .upperAlpha),
    ])
    func listLabels(label: String, expected: ListNumbering) {
        #expect(ListNumbering(label: Array(label.unicodeScalars)) == expected)
    }

    @Test func aLabelOfWordsSaysNothingAboutTheList() {
        #expect(ListNumbering(label: Array("说明".unicodeScalars)) == nil)
        #expect(ListNumbering(label: []) == nil)
    }
}
