package import Diagnostics
import Foundation
import Templates

/// Renders one template with JSON data, untyped, with the lookup of the Mustache specification.
///
/// `partial` gives the file and bytes of `NAME.mustache`, or nil when there is none.
package func renderTemplate(
    _ template: [UInt8], file: String, json: [UInt8], dataFile: String,
    partial: (String) -> (file: String, bytes: [UInt8])?
) -> Reported<[UInt8]> {
    let data: DynamicValue
    do {
        data = try JSONDecoder().decode(DecodedJSON.self, from: Data(json)).value
    } catch {
        return Reported(
            [], [Diagnostic(.badJSON, at: SourceSpan(file: dataFile), ["file": dataFile])])
    }
    let source = TemplateSource(
        name: file, file: file, text: String(decoding: template, as: UTF8.self))
    let compiled = DynamicTemplate(source) { name in
        partial(name).map {
            TemplateSource(
                name: name, file: $0.file, text: String(decoding: $0.bytes, as: UTF8.self))
        }
    }
    return compiled.render(data, missingPartials: .empty)
}

/// Any JSON, with numbers as they are written.
private struct DecodedJSON: Decodable {
    let value: DynamicValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let flag = try? container.decode(Bool.self) {
            value = .bool(flag)
        } else if let number = try? container.decode(Decimal.self) {
            value = .number("\(number)")
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let list = try? container.decode([DecodedJSON].self) {
            value = .list(list.map(\.value))
        } else {
            value = .object(try container.decode([String: DecodedJSON].self).mapValues(\.value))
        }
    }
}

extension DiagnosticID {
    static let badJSON = DiagnosticID("bad-json", .error)
}
