import Diagnostics
import Domain
import Syntax

extension DistrictLoader {
    /// Every folder of `Content/towns/`, in the order of area codes.
    mutating func loadTowns() -> [TownCentre] {
        let prefix = "Content/towns/"
        let folders = tree.texts(below: prefix).compactMap {
            let parts = $0.path.dropFirst(prefix.count).split(separator: "/")
            return parts.count > 1 ? String(parts[0]) : nil
        }
        var towns: [TownCentre] = []
        for folder in Set(folders).sorted() {
            let path = "\(prefix)\(folder)/town.md"
            guard let id = identifier(folder, of: path), let text = text(path),
                var town = loadTown(id, text)
            else { continue }
            town.rooms = loadRooms("\(prefix)\(folder)")
            towns.append(town)
        }
        return towns.sorted { ($0.code.value, $0.id.value) < ($1.code.value, $1.id.value) }
    }

    private mutating func loadTown(_ id: Located<Identifier>, _ text: SourceText) -> TownCentre? {
        guard let parts = frontMatter(text, .town) else { return nil }
        var fields = parts.fields
        defer { findings += fields.findings }
        let times = halfDays
        let place = fields.text("名称")
        let kind: Located<TownCentre.Kind>? = fields.choice("类型")
        let code = fields.value("区划代码", AreaCode.init(parsing:into:))
        let phone = fields.value("电话", Phone.init(parsing:into:))
        let supervision = fields.value("监督电话", Phone.init(parsing:into:))
        let hours = fields.value("开放时间") {
            OpeningHours(parsing: $0, halfDayTimes: times, into: &$1)
        }
        let rota = fields.rota(halfDayTimes: times)
        let opened = fields.value("建成日期", CivilDate.init(parsing:into:))
        let windows = fields.elements("窗口").compactMap { loadWindow($0) }
        let excluded = fields.identifiers("不办事项")
        let additions = additions(&fields)
        let coordinates = fields.text("坐标").flatMap { readCoordinates($0) }
        guard let place, let kind, let code else { return nil }
        var town = TownCentre(id: id, place: place, kind: kind, code: code, words: parts.body)
        town.address = fields.text("地址")
        town.coordinates = coordinates
        town.phone = phone
        town.supervisionPhone = supervision
        town.hours = hours
        town.director = fields.text("主任")
        town.directorPost = fields.text("主任职务")
        town.deputy = fields.text("副主任")
        town.coordinators = fields.list("综合业务协调室")
        town.rota = rota
        town.opened = opened
        town.windows = windows
        town.excluded = excluded
        town.additions = additions
        return town
    }

    private mutating func loadWindow(_ node: YAMLNode) -> Window? {
        var fields = YAMLFields(node, .window)
        defer { findings += fields.findings }
        let number = fields.text("编号")
        let name = fields.text("名称")
        let kind: Located<Window.Kind>? = fields.choice("类型")
        let phone = fields.value("电话", Phone.init(parsing:into:))
        let rest = fields.scalar("事项")?.value == "其余"
        let items: Window.Items = rest ? .rest : .named(fields.identifiers("事项"))
        guard let number, let name, let kind else { return nil }
        var window = Window(
            number: number, name: name, kind: kind.value, items: items, span: number.span)
        window.unit = fields.text("单位")?.value
        window.staffA = fields.text("A岗")
        window.staffB = fields.text("B岗")
        window.phone = phone
        return window
    }

    /// `34.1234, 113.5678`: latitude and longitude in decimal degrees.
    private mutating func readCoordinates(_ text: Located<String>) -> TownCentre.Coordinates? {
        let parts = text.partsOfList().map(\.value)
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
            (-90...90).contains(latitude), (-180...180).contains(longitude)
        else {
            findings.append(Diagnostic(.badCoordinates, at: text.span, ["found": text.value]))
            return nil
        }
        return TownCentre.Coordinates(latitude: parts[0], longitude: parts[1])
    }
}

extension DiagnosticID {
    static let badCoordinates = DiagnosticID("bad-coordinates", .error)
}
