import Diagnostics
import Domain

/// The items of a district by every name under which a return may call them.
struct ItemBook {
    struct Item {
        let id: Identifier
        let promised: TimeLimit?
        let statutory: TimeLimit?
        /// Part of keys and contents; the same in every register.
        let print: UInt64
    }

    private(set) var items: [Item] = []
    /// -1 where two items bear the name.
    private var names: [String: Int] = [:]

    init(_ district: District) {
        for (index, item) in district.items.enumerated() {
            var print = Fingerprint()
            print.add(item.id.value.description)
            items.append(
                Item(
                    id: item.id.value, promised: item.promisedLimit?.value,
                    statutory: item.statutoryLimit?.value, print: print.high ^ print.low))
            let words = [item.id.value.description, item.name.value, item.commonName.value]
            for name in Set((words + [item.code?.value ?? ""]).map(Self.plain)) where !name.isEmpty
            {
                names[name] = names[name] == nil ? index : -1
            }
        }
    }

    /// The item of a cell: its identifier, name, common name or code, also with the code in
    /// brackets behind the name; nil for an unknown one and for a name of two items.
    func find(_ written: String) -> Int? {
        let folded = CellText.folded(written)
        let parts = [folded, folded.withoutBrackets] + folded.bracketed
        for part in parts {
            let name = Self.plain(part)
            // A short stretch in brackets is a remark, such as 新办.
            if part != folded, part != folded.withoutBrackets, name.utf8.count < 8 { continue }
            if let index = names[name], index >= 0 { return index }
        }
        return nil
    }

    /// Letters and digits only: people leave out brackets, quotes and points.
    private static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in CellText.folded(text).lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == "-"
        {
            plain.append(scalar)
        }
        return String(plain)
    }
}
