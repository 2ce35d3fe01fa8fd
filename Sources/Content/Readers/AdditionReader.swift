import Diagnostics
import Domain
import Syntax

extension Form {
    static let addition = Form(
        "addition", in: "town.md或rooms/<村>.md的事项补充",
        [
            .needed("事项", .list(.identifier), "哪几个事项"),
            Field("开放时间", .hours, "这些事项什么时候收件，和平时不同才写"),
            Field("地点", .text, "在哪里收件，和平时不同才写"),
            Field("材料", .list(.text), "比办事指南多要的材料，或者 引用 材料的编号"),
            Field("说明", .text, "还要告诉群众的一两句话"),
            Field("依据", .text, "凭什么这样规定，多要材料的必须写"),
        ])

    /// 事项补充, alike in both forms that have it.
    static let additions = Field("事项补充", .list(.record(.addition)), "本地和办事指南不一样的地方")

    package static let roomWords = Form(
        "room-words", in: "Content/towns/<镇街>/rooms/<村>.md", [additions])
}

extension DistrictLoader {
    /// 事项补充 of a town or a room.
    mutating func additions(_ fields: inout YAMLFields) -> [LocalAddition] {
        var seen: [String: SourceSpan] = [:]
        return fields.elements("事项补充").compactMap { addition($0, &seen) }
    }

    private mutating func addition(
        _ node: YAMLNode, _ seen: inout [String: SourceSpan]
    ) -> LocalAddition? {
        var fields = YAMLFields(node, .addition)
        defer { findings += fields.findings }
        let times = halfDays
        let named = fields.identifiers("事项")
        let hours = fields.value("开放时间") {
            OpeningHours(parsing: $0, halfDayTimes: times, into: &$1)
        }
        let materials = materials(&fields)
        let items = named.filter { item in
            let name = item.map(\.description)
            guard let first = seen[name.value] else {
                seen[name.value] = item.span
                return true
            }
            findings.append(
                Diagnostic(
                    .localItemTwice, at: item.span, ["found": name.value],
                    notes: [.init("first", at: first)]))
            return false
        }
        guard let first = named.first, let last = named.last else { return nil }
        var addition = LocalAddition(items: items, span: first.span.through(last.span))
        addition.hours = hours
        addition.place = fields.text("地点")
        addition.materials = materials
        addition.note = fields.text("说明")
        addition.basis = fields.text("依据")
        // An hour or a material that could not be read has its own finding.
        let isTried = fields.scalar("开放时间") != nil || fields.node("材料") != nil
        if addition.isEmpty, !isTried {
            findings.append(Diagnostic(.localEmpty, at: addition.span))
        }
        return items.isEmpty ? nil : addition
    }

    /// 材料: names, or blocks by reference.
    private mutating func materials(_ fields: inout YAMLFields) -> [Guide.Material] {
        guard let node = fields.node("材料") else { return [] }
        let parts =
            if case .sequence(let parts) = node.value { parts } else { fields.nodes(ofText: "材料") }
        return parts.compactMap { part in
            if let reference = BlockReference(part) {
                // What is wanted beyond the guide is said here, not in the block.
                return blocks.find(reference, as: [.material]).flatMap {
                    Guide.Material($0.cells, at: reference.span)
                }
            }
            guard case .scalar(let text) = part.value, !text.isEmpty else {
                findings.append(Diagnostic(.textExpected, at: part.span, ["key": "材料"]))
                return nil
            }
            return Guide.Material(name: Located(text, at: part.span))
        }
    }
}

extension YAMLFields {
    /// The parts of a list that is written as one text.
    fileprivate mutating func nodes(ofText name: String) -> [YAMLNode] {
        scalars(name).map { YAMLNode(.scalar($0.value), at: $0.span) }
    }
}

extension Guide.Material {
    /// A material of the cells of a block, which have been read before.
    fileprivate init?(_ cells: [String: Located<String>], at span: SourceSpan) {
        guard let name = cells["材料名称"] else { return nil }
        self.init(name: Located(name.value, at: span))
        copies = cells["份数"].flatMap { Int($0.value.withASCIIForms) }
        form = cells["形式"].flatMap { Form(rawValue: $0.value) }
        source = cells["来源"]?.value
        necessity = cells["必要性"].flatMap { Necessity(rawValue: $0.value) } ?? .required
        remark = cells["说明"]?.value
        blankForm = cells["空表"]
        filledSample = cells["样表"]
    }
}

extension DiagnosticID {
    static let localItemTwice = DiagnosticID("local-item-twice", .error)
    static let localEmpty = DiagnosticID("local-empty", .error)
}
