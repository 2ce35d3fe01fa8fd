import Diagnostics
import Publishing
import Samples
import Testing

/// Both catalogues are whole: every finding has its words in every language, and no words are
/// left over.
@Suite struct CatalogueTests {
    static let all = DiagnosticID.all.flatMap(\.ids) + DiagnosticID.sampleIDs

    @Test(arguments: Language.allCases)
    func everyFindingHasItsWords(_ language: Language) {
        let catalogue = Catalogue.embedded(language)
        for id in Self.all {
            for label in ["summary", "why", "mend"] {
                let words = catalogue.words(label, of: id.name)
                #expect(words?.isEmpty == false, "\(language): \(id.name) has no \(label)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func noWordsAreLeftOver(_ language: Language) {
        let known = Set(Self.all.map(\.name))
        let catalogue = Catalogue.embedded(language)
        #expect(catalogue.ids.filter { !known.contains($0) } == [])
        #expect(Set(catalogue.ids).count == catalogue.ids.count, "an entry stands twice")
    }

    @Test func everyIDIsListedOnce() {
        let names = Self.all.map(\.name)
        #expect(Set(names).count == names.count)
    }

    /// A language may leave an argument out, but both know the same labels.
    @Test func languagesHaveTheSameLabels() {
        let (chinese, english) = (Catalogue.embedded(.zh), Catalogue.embedded(.en))
        for id in chinese.ids {
            #expect(chinese.labels(of: id) == english.labels(of: id), "\(id)")
        }
    }
}
