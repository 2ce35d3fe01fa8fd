import Diagnostics
import Domain
import Testing

@Suite struct PhoneTests {
    @Test(
        arguments: [
            ("0000-7654321", Phone.Kind.landline, "0000-7654321", "tel:00007654321"),
            ("010－87654321", .landline, "010-87654321", "tel:01087654321"),
            ("0000 765 4321", .landline, "0000-7654321", "tel:00007654321"),
            ("0000-7654321转123", .landline, "0000-7654321转123", "tel:00007654321,123"),
            ("0000-7654321-8", .landline, "0000-7654321转8", "tel:00007654321,8"),
            ("10000000000", .mobile, "10000000000", "tel:10000000000"),
            ("100 0000 0000", .mobile, "10000000000", "tel:10000000000"),
            ("400-000-0000", .service, "400-000-0000", "tel:4000000000"),
            ("8000000000转2", .service, "800-000-0000转2", "tel:8000000000,2"),
            ("12345", .short, "12345", "tel:12345"), ("110", .short, "110", "tel:110"),
            ("\u{FEFF}　955000\u{200B}", .short, "955000", "tel:955000"),
        ] as [(String, Phone.Kind, String, String)])
    func reads(_ text: String, _ kind: Phone.Kind, _ printed: String, _ address: String) {
        let result = parse(text) { Phone(parsing: $0, into: &$1) }
        #expect(result.value?.kind == kind)
        #expect(result.value?.description == printed)
        #expect(result.value?.telURI == address)
        #expect(result.found.isEmpty)
    }

    @Test(arguments: [
        ("00007654321", "0000-7654321"), ("01087654321", "010-87654321"),
        ("（0000）7654321", "0000-7654321"), ("+86 10000000000", "10000000000"),
        ("+86-0000-7654321", "0000-7654321"), ("+86 755 87654321", "0755-87654321"),
    ])
    func readsOtherWordingsWithAFix(_ text: String, _ normal: String) {
        let result = parse(text) { Phone(parsing: $0, into: &$1) }
        #expect(result.value?.description == normal)
        #expect(result.found == [Found("phone-wording", text, fix: normal)])
    }

    @Test func readsFullWidthDigitsWithANote() {
        let result = parse("０000－7654321") { Phone(parsing: $0, into: &$1) }
        #expect(result.value?.digits == "00007654321")
        #expect(result.found == [Found("full-width-digits", "０", fix: "0")])
    }

    @Test(
        arguments: [
            ("7654321", Found("phone-area-code-missing", "7654321")),
            ("8765-4321", Found("phone-area-code-missing", "8765-4321")),
            ("138****0000", Found("phone-invalid", "****")),
            ("电话：12345", Found("phone-invalid", "电话：")),
            ("0000-7654321转", Found("phone-invalid", "0000-7654321转")),
            ("12345转6", Found("phone-invalid", "12345转6")), ("12", Found("phone-invalid", "12")),
            ("200000000000", Found("phone-invalid", "200000000000")),
            ("0000-123", Found("phone-invalid", "0000-123")), ("", Found("phone-invalid", "")),
            ("0000-7654321/12345", Found("phone-invalid", "/")),
            ("--", Found("phone-invalid", "--")),
        ] as [(String, Found)])
    func refuses(_ text: String, _ expected: Found) {
        let result = parse(text) { Phone(parsing: $0, into: &$1) }
        #expect(result.value == nil)
        #expect(result.found == [expected])
    }

    @Test(arguments: ["0000-7654321、12345", "0000-7654321，12345", "0000-7654321; 12345"])
    func readsLists(_ text: String) {
        let result = parse(text) { Phone.list(parsing: $0, into: &$1) }
        #expect(result.value?.map(\.value.description) == ["0000-7654321", "12345"])
        #expect(
            result.value?.map { cut($0.span, of: text).filter { $0 != " " } } == [
                "0000-7654321", "12345",
            ])
        #expect(result.found.isEmpty)
    }

    @Test(arguments: [
        ("0000-7654321、7654321", Found("phone-area-code-missing", "7654321")),
        ("12345、", Found("phone-invalid", "")),
    ])
    func aListWithAFaultIsNoList(_ text: String, _ expected: Found) {
        let result = parse(text) { Phone.list(parsing: $0, into: &$1) }
        #expect(result.value == nil)
        #expect(result.found == [expected])
    }

    @Test(arguments: seeds) func roundTrips(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func digits(_ count: Int) -> String {
            (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
        }
        for _ in 0..<300 {
            let text =
                switch Int.random(in: 0..<4, using: &generator) {
                case 0:
                    "0\(digits(Bool.random(using: &generator) ? 2 : 3))-\(digits(8))转\(digits(3))"
                case 1: "1" + digits(10)
                case 2: "400-\(digits(3))-\(digits(4))"
                default: "1" + digits(4)
                }
            let result = parse(text) { Phone(parsing: $0, into: &$1) }
            #expect(result.value?.description == text, "seed \(seed): \(text)")
            #expect(result.found.isEmpty, "seed \(seed): \(text)")
        }
    }
}
