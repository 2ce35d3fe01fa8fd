import Disclosure
import Domain
import Plan

extension PageMaker {
    /// 办件情况 of an area in short; nil without a release, and where nothing is known of it.
    func figureBlock(
        of area: StatArea, name: String, more page: Page, from place: PlaceOnSite
    ) -> FigureBlockView? {
        guard let release = plan.release else { return nil }
        let figures = AreaFigures(release, area, name: name, most: 1)
        guard let last = figures.last else { return nil }
        // A place that sent nothing is told so once, not number by number.
        let facts =
            last.returns.state == .missing || last.returns.state == .zero
            ? Array(figures.facts.prefix(1)) : figures.facts
        return FigureBlockView(
            month: last.month.chinese, dataDate: release.dataDate.chinese, figures: facts,
            href: place.href(page))
    }
}
