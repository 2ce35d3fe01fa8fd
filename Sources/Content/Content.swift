// Content: reads what clerks wrote into a District.
//
// In:  a `SourceTree`, the files of Content/ as bytes.
// Out: `Reported<District?>`: the typed district and the findings of all files. The district is
//      nil only where its frame (site.yaml) cannot be made out at all.
//
// The forms (`Forms.swift`) say which keys exist; the readers turn them into Domain's values.

package import Diagnostics
package import Domain
import Syntax

/// Load: the first stage of the corridor.
package func loadDistrict(from tree: SourceTree) -> Reported<District?> {
    var loader = DistrictLoader(tree: tree)
    let district = loader.load()
    return Reported(district, tree.findings + loader.findings)
}

extension DiagnosticID {
    package static let contentIDs: [DiagnosticID] = [
        .missingKey, .unknownKey, .unknownChoice, .unknownFee, .notANumber, .textExpected,
        .listExpected, .keysExpected, .unknownColumn, .missingColumn, .missingFrontMatter,
        .missingFile, .unexpectedFile, .symlinkOutside, .fileUnreadable,
        .emptyContent, .badFileName, .badCalendarName, .duplicateID, .unknownHeading, .headingLevel,
        .duplicateSection, .missingSummary, .materialsShape, .stepsShape, .flowchartShape,
        .questionShape,
        .agentPhones, .badCoordinates, .badCode, .roomWordsWithoutRoom, .badRedirect,
        .printLogKind, .printLogPlace, .printLogVersion, .printLogContent, .printLogPlaceGone,
        .printLogSubjectGone,
        .unknownBlock, .blockKind, .blockPlace, .blockInText, .unusedBlock, .blockHeading,
        .blockFootnote, .blockInBlock, .blockPartUnused, .blockEmpty, .blockWithoutPhone,
        .localItemTwice, .localEmpty, .localUnknownItem, .localKnownMaterial, .extraMaterial,
        .localHours,
    ]
}
