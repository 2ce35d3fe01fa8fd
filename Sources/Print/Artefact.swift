import Diagnostics
package import Domain
import Layout
package import Plan

/// Words that can be set: each artefact adds its layout to its words in `Artefacts/`.
protocol Artefact: SheetWords {
    /// The pages in their finished size, in reading order; of a card, its front and its back.
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage]
}

/// What the lists of a site and the print log call one thing that is printed, handed out or hung
/// up, with a version of its own: a card of a booklet, a plate of a set.
package struct PartName: Sendable {
    /// What the print log calls it.
    package let logged: PrintedSheet
    package let label: SheetLabel
    package let version: SheetVersion

    /// The key of the part in its folder's list of versions: `clear-card/pension`.
    package var key: String {
        logged.subject.map { "\(logged.kind.rawValue)/\($0)" } ?? logged.kind.rawValue
    }
}

/// A part with its words.
package struct PrintedPart: Sendable {
    package let name: PartName
    package let fields: [SheetField]
    let words: any Artefact

    init(_ words: any Artefact, _ logged: PrintedSheet, _ label: SheetLabel) {
        self.words = words
        fields = words.fields
        name = PartName(logged: logged, label: label, version: SheetVersion(of: fields))
    }

    package var logged: PrintedSheet { name.logged }
    package var label: SheetLabel { name.label }
    package var version: SheetVersion { name.version }
    package var key: String { name.key }
    package var title: String { words.title }
}

extension SitePlan {
    /// Everything in one file, in its order: the cards of a booklet, the rooms of a run.
    ///
    /// - Parameter rota: The stretch of a 轮值表; other sheets do not depend on it.
    package func printedParts(of sheet: Sheet, rota: RotaWords.Period) -> [PrintedPart] {
        switch sheet.place {
        case .townRun, .districtRun:
            return parts(of: sheet).flatMap { printedParts(of: $0, rota: rota) }
        case .room(let town, let room):
            return placeParts(of: sheet, town: town, room: room, rota: rota)
        case .centre(let town):
            return placeParts(of: sheet, town: town, room: nil, rota: rota)
        case .item(let item):
            let words: any Artefact =
                switch sheet.kind {
                case .noticeSlip: NoticeSlipWords(self, item: item)
                case .flowPoster: FlowPosterWords(self, item: item)
                default: GuideSheetWords(self, item: item)
                }
            let value = district.items[item]
            let label = SheetLabel(
                sheet.kind, item: value.commonName.value, span: value.id.span)
            return [PrintedPart(words, logged(sheet), label)]
        case .institution(let index):
            let value = district.institutions[index]
            let label = SheetLabel(sheet.kind, item: value.name.value, span: value.name.span)
            return [
                PrintedPart(
                    InstitutionPlateWords(self, institution: index), logged(sheet), label)
            ]
        case .district:
            let hall = district.site.district
            let label = SheetLabel(
                sheet.kind, place: hall.publisher.value, span: hall.publisher.span)
            return bulletinPart(of: sheet, .district, label).map { [$0] } ?? []
        }
    }

    private func placeParts(
        of sheet: Sheet, town: Int, room: Int?, rota: RotaWords.Period
    ) -> [PrintedPart] {
        let centre = district.towns[town]
        let titles = district.site.titles
        let name = room.map { titles.name(of: centre.rooms[$0]) } ?? titles.name(of: centre)
        let span = room.map { centre.rooms[$0].span } ?? centre.place.span
        func part(
            _ words: any Artefact, about subject: String? = nil, item: String? = nil,
            at place: SourceSpan? = nil
        ) -> PrintedPart {
            PrintedPart(
                words, logged(sheet, about: subject),
                SheetLabel(sheet.kind, place: name, item: item, span: place ?? span))
        }
        switch sheet.kind {
        case .convenienceCard: return [part(ConvenienceCardWords(self, town: town, room: room))]
        case .clearCard:
            return items(of: sheet.place).map { item in
                let value = district.items[item]
                return part(
                    ClearCardWords(self, town: town, room: room, item: item),
                    about: value.id.value.description, item: value.commonName.value,
                    at: value.id.span)
            }
        case .guideBook: return [part(GuideBookWords(self, town: town, room: room))]
        case .noticeBoard: return [part(NoticeBoardWords(self, town: town, room: room))]
        case .tariffPoster: return [part(TariffPosterWords(self, town: town, room: room))]
        case .plate: return [part(PlateWords(self, town: town, room: room))]
        case .windowPlate:
            return centre.windows.indices.map {
                part(
                    WindowPlateWords(self, town: town, window: $0),
                    about: centre.windows[$0].number.value, at: centre.windows[$0].span)
            }
        case .postPlate:
            return PostPlateWords.all(self, town: town, room: room).map {
                part($0, about: $0.name, item: $0.name)
            }
        case .rota: return [part(RotaWords(self, town: town, room: room, period: rota))]
        case .ledgerBook:
            return room.map { [part(LedgerBookWords(self, town: town, room: $0))] } ?? []
        case .receipt: return room.map { [part(ReceiptWords(self, town: town, room: $0))] } ?? []
        case .bulletin:
            guard room == nil else { return [] }
            let label = SheetLabel(sheet.kind, place: name, span: span)
            return bulletinPart(of: sheet, .town(town), label).map { [$0] } ?? []
        case .guideSheet, .flowPoster, .noticeSlip, .institutionPlate: return []
        }
    }

    private func bulletinPart(
        of sheet: Sheet, _ area: BulletinArea, _ label: SheetLabel
    ) -> PrintedPart? {
        guard let month = sheet.month else { return nil }
        let words = BulletinWords(self, area, month)
        return PrintedPart(words, logged(sheet), label)
    }
}
