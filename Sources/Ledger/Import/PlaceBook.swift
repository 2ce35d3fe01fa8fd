import Diagnostics
import Domain

/// The places of a district by every name under which a return may call them.
struct PlaceBook {
    struct Place {
        let town: Identifier
        /// Nil for the town centre itself.
        let room: Identifier?
        /// Nil: not yet in use.
        let opened: CivilDate?
        let fullName: String
        /// Part of keys and contents; the same in every register.
        let print: UInt64

        /// `qinghe/xihe`, `qinghe`.
        var id: String { room.map { "\(town)/\($0)" } ?? town.description }
    }

    enum Answer: Hashable {
        case one(Int)
        case several
        case none
    }

    private(set) var places: [Place] = []
    /// Whole names, identifiers and codes.
    private var names: [String: [Int]] = [:]
    /// Names without 村, 社区, 镇: asked only when no whole name fits.
    private var stems: [String: [Int]] = [:]
    /// Of those names, what may be looked for inside a title or a file's name.
    private var spoken: [String] = []

    init(_ district: District) {
        let titles = district.site.titles
        for town in district.towns {
            let index = add(town.id.value, nil, town.opened?.value, titles.name(of: town))
            let place = town.place.value
            name(index, [place, titles.name(of: town)], ids: [town.id.value.description])
            name(index, code: town.code.value)
            stems[stem(place), default: []].append(index)
            for room in town.rooms {
                let full = titles.name(of: room)
                let index = add(town.id.value, room.id.value, room.opened?.value, full)
                let words = [room.place.value, full]
                let ids = ["/", "-", "_", "."].map { "\(town.id.value)\($0)\(room.id.value)" }
                name(index, words + words.map { place + $0 }, ids: ids)
                names[room.id.value.description, default: []].append(index)
                if let code = room.code?.value { name(index, code: code) }
                for words in [room.place.value, place + room.place.value] {
                    stems[stem(words), default: []].append(index)
                }
            }
        }
        spoken.sort { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    }

    /// The place of a cell; `near` is a place of the same return, in whose town a name that
    /// several towns have is looked for first.
    func find(_ written: String, near: Int?) -> Answer {
        let folded = CellText.folded(written)
        for key in [folded, folded.lowercased(), folded.withoutBrackets] {
            if let found = names[key] { return choose(found, near) }
        }
        if let found = stems[stem(folded.withoutBrackets)] { return choose(found, near) }
        return .none
    }

    /// The place that a title or a file's name speaks of; the longest name wins.
    func spokenOf(in written: String) -> Int? {
        let text = CellText.folded(written)
        for name in spoken where contains(text, name) {
            let found = names[name] ?? []
            if found.count == 1 { return found[0] }
            let towns = found.filter { index in
                places.indices.contains {
                    places[$0].town == places[index].town && places[$0].room == nil
                        && text.contains(stem(places[$0].fullName))
                }
            }
            return towns.count == 1 ? towns[0] : nil
        }
        return nil
    }

    /// Identifiers, for a finding about one that is unknown.
    var ids: [String] { places.map(\.id) }

    /// The place that somebody names on the command line: a centre before a room that bears the
    /// identifier of its town.
    func named(_ written: String) -> Answer {
        if let centre = places.firstIndex(where: { $0.id == written && $0.room == nil }) {
            return .one(centre)
        }
        return find(written, near: nil)
    }

    private func choose(_ found: [Int], _ near: Int?) -> Answer {
        if found.count == 1 { return .one(found[0]) }
        guard let near else { return .several }
        if found.contains(near) { return .one(near) }
        let close = found.filter { places[$0].town == places[near].town }
        return close.count == 1 ? .one(close[0]) : .several
    }

    private mutating func add(
        _ town: Identifier, _ room: Identifier?, _ opened: CivilDate?, _ fullName: String
    ) -> Int {
        var print = Fingerprint()
        print.add(town.description)
        print.add(room?.description ?? "")
        places.append(
            Place(
                town: town, room: room, opened: opened, fullName: fullName,
                print: print.high ^ print.low))
        return places.count - 1
    }

    private mutating func name(_ index: Int, _ words: [String], ids: [String]) {
        for name in Set(words.map { CellText.folded($0) } + ids) {
            if names[name] == nil { spoken.append(name) }
            names[name, default: []].append(index)
        }
    }

    private mutating func name(_ index: Int, code: AreaCode) {
        for digits in Set([
            code.digits, code.digits + String(repeating: "0", count: 12 - code.digits.count),
        ]) {
            names[digits, default: []].append(index)
        }
    }
}

/// Whether a name stands in a text; an identifier must not be part of a longer word.
private func contains(_ text: String, _ name: String) -> Bool {
    guard name.utf8.first.map({ $0 < 0x80 }) == true else { return text.contains(name) }
    for range in text.ranges(of: name) {
        let before = range.lowerBound == text.startIndex ? nil : text[..<range.lowerBound].last
        let after = text[range.upperBound...].first
        if ![before, after].contains(where: { $0?.isASCII == true && $0?.isLetter == true }),
            after?.isNumber != true, before?.isNumber != true
        {
            return true
        }
    }
    return false
}

/// A place's own name without what offices are called and without 村, 社区, 镇, 街道.
private func stem(_ name: String) -> String {
    let offices = [
        "便民服务室", "便民服务站", "党群服务中心", "政务服务中心", "便民服务中心", "为民服务中心", "政务服务大厅",
        "便民服务大厅", "服务中心", "服务室", "服务站", "服务大厅", "村民委员会", "居民委员会", "村委会", "居委会", "人民政府",
        "街道办事处", "办事处", "政府",
    ]
    var stem = name[...]
    // 西河村村委会: 村委会 goes, and then 村.
    for suffix in offices where stem.hasSuffix(suffix) && stem.count > suffix.count {
        stem = stem.dropLast(suffix.count)
        break
    }
    for suffix in ["社区", "街道", "园区", "村", "镇"]
    where stem.hasSuffix(suffix) && stem.count > suffix.count + 1 {
        stem = stem.dropLast(suffix.count)
        break
    }
    return String(stem)
}
