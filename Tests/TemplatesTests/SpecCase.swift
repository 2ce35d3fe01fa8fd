import Templates

/// One case of the Mustache specification (mustache/spec, version 1.4; its licence is MIT).
struct SpecCase: Sendable, CustomStringConvertible {
    let module: String
    let name: String
    let template: String
    let data: DynamicValue
    let partials: [String: String]
    let expected: String

    var description: String { "\(module): \(name)" }
}

/// The cases of one module; `add` takes them in the order name, template, data, expected.
struct SpecModule {
    let name: String
    private(set) var cases: [SpecCase] = []

    init(_ name: String) { self.name = name }

    mutating func add(
        _ name: String, _ template: String, _ expected: String, partials: [String: String] = [:]
    ) {
        add(name, template, [:], expected, partials: partials)
    }

    mutating func add(
        _ name: String, _ template: String, _ data: DynamicValue, _ expected: String,
        partials: [String: String] = [:]
    ) {
        cases.append(
            SpecCase(
                module: self.name, name: name, template: template, data: data,
                partials: partials, expected: expected))
    }
}

// Data is written as Swift literals; a number is shown as it is written.
extension DynamicValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number("\(value)") }
    init(floatLiteral value: Double) { self = .number("\(value)") }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(nilLiteral: ()) { self = .null }
    init(arrayLiteral elements: DynamicValue...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, DynamicValue)...) {
        self = .object(Dictionary(elements) { first, _ in first })
    }
}
