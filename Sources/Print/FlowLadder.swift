import Layout
import Typography

/// The type sizes of a flowing sheet, among which its pages decide.
struct FlowLadder: Sendable, Hashable {
    /// Points, the usual size first; smaller ones are taken when they save a page.
    var sizes: [Double]
    /// Larger sizes for a last page that would be nearly empty otherwise.
    var looser: [Double] = []

    /// Pages in one size of type.
    struct Attempt {
        var size: Double
        var flow: Flow
        /// How much of the last page's height is in use, from 0 to 1.
        var lastPage: Double

        init(_ flow: Flow, size: Double) {
            self.flow = flow
            self.size = size
            // How well a single page is filled is no matter.
            lastPage = flow.pageCount > 1 ? flow.lastPageInUse : 1
        }
    }

    /// A last page with less than this part of its height in use looks forgotten.
    private static let poor = 0.2
    /// A smaller size is tried only where it may save a page: it cannot take in more than this.
    private static let hopeful = 0.45

    /// The size in which the pages are well filled.
    func choose(_ attempt: (Double) -> Attempt) -> Attempt {
        let usual = attempt(sizes[0])
        guard usual.flow.pageCount > 1, usual.lastPage < Self.hopeful else { return usual }
        for size in sizes.dropFirst() {
            let tighter = attempt(size)
            if tighter.flow.pageCount < usual.flow.pageCount { return tighter }
        }
        guard usual.lastPage < Self.poor else { return usual }
        for size in looser {
            let looser = attempt(size)
            if looser.flow.pageCount > usual.flow.pageCount { break }
            if looser.lastPage >= Self.poor { return looser }
        }
        return usual
    }
}

extension Press {
    /// Sets blocks over pages, in the type size in which the pages are well filled.
    func flow(
        _ label: SheetLabel, on format: PageFormat, ladder: FlowLadder,
        _ blocks: (Double) -> [Block]
    ) -> Flow {
        let flow = ladder.choose { size in
            FlowLadder.Attempt(setter.flow(enlarged(blocks(size)), on: format), size: size)
        }.flow
        report(flow.overflows, label)
        return flow
    }

    /// The blocks in large type, where sheets are to be so.
    func enlarged(_ blocks: [Block]) -> [Block] {
        typeFactor == 1 ? blocks : blocks.scaled(by: typeFactor)
    }
}
