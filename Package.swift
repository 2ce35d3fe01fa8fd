// swift-tools-version: 6.1
import PackageDescription

/// Every room is built to the same strictness; see the architecture text in
/// `Sources/mingbai/mingbai.docc/Architecture.md`, whose table HouseTests compare with this file.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A room of the corridor: a target under Sources with exactly the arrows named here.
func room(
    _ name: String, _ arrows: [Target.Dependency], exclude: [String] = [],
    plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name, dependencies: arrows, exclude: exclude, swiftSettings: strict,
        plugins: plugins)
}

/// A room's tests, in a folder of the same name under Tests.
func tests(
    _ name: String, _ arrows: [Target.Dependency], exclude: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: arrows, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "mingbai",
    products: [.executable(name: "mingbai", targets: ["mingbai"])],
    traits: [
        .trait(
            name: "PostgreSQL",
            description: "Reads facts from a PostgreSQL server; needs libpq (Debian: libpq-dev).")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CMarkGFM",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CHarfBuzz", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "CFontconfig", providers: [.apt(["libfontconfig-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPostgreSQL", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CQREncode", providers: [.apt(["libqrencode-dev"])]),

        room("Diagnostics", [], plugins: ["EmbedFilesPlugin"]),
        room("Syntax", ["Diagnostics", "CMarkGFM", yams]),
        room("Flowcharts", ["Diagnostics"]),
        room("Domain", ["Diagnostics", "Syntax", "Flowcharts"]),
        room("Disclosure", ["Diagnostics", "Domain"]),
        room("Compression", ["CZlib"]),
        room("Spreadsheets", ["Diagnostics", "Compression"]),
        room(
            "Ledger",
            [
                "Diagnostics", "Domain", "Spreadsheets", "Disclosure", "CSQLite",
                .target(name: "CPostgreSQL", condition: .when(traits: ["PostgreSQL"])),
            ],
            exclude: ["PostgreSQL/facts.sql"]),
        room("Content", ["Diagnostics", "Syntax", "Flowcharts", "Domain"]),
        room("Review", ["Diagnostics", "Syntax", "Flowcharts", "Domain", "Disclosure"]),
        room("Inspection", ["Diagnostics", "Domain", "Disclosure"]),
        room("Templates", ["Diagnostics"]),
        room("Themes", ["Diagnostics", "Syntax", "Templates"], plugins: ["EmbedFilesPlugin"]),
        room("Typography", ["CHarfBuzz", "CFontconfig"]),
        room("PDF", ["Typography", "Compression"]),
        room("Layout", ["Typography", "PDF"]),
        room("Figures", ["Flowcharts", "Typography", "CQREncode"]),
        room("Plan", ["Diagnostics", "Domain", "Disclosure"]),
        room(
            "Website",
            [
                "Diagnostics", "Syntax", "Flowcharts", "Domain", "Disclosure", "Inspection",
                "Figures", "Templates", "Themes", "Plan", crypto,
            ]),
        room(
            "Print",
            [
                "Diagnostics", "Syntax", "Flowcharts", "Domain", "Disclosure", "Inspection",
                "Themes", "Typography", "Figures", "PDF", "Layout", "Plan", crypto,
            ]),
        room(
            "Publishing",
            [
                "Diagnostics", "Syntax", "Flowcharts", "Domain", "Disclosure", "Content", "Review",
                "Inspection", "Templates", "Themes", "Typography", "Figures", "PDF", "Layout",
                "Plan", "Website",
                "Print", "Ledger", "Spreadsheets", "CLinux",
            ]),
        room("Samples", ["Diagnostics", "Themes", "Spreadsheets"]),
        .executableTarget(
            name: "mingbai",
            dependencies: [
                "Diagnostics", "Domain", "Spreadsheets", "Disclosure", "Ledger", "Inspection",
                "Publishing", "Samples", arguments,
            ],
            swiftSettings: strict),

        .target(
            name: "TestSupport",
            dependencies: ["Diagnostics", "Syntax", "Domain", "Disclosure", "Content", "Review"],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests("HouseTests", []),
        tests("DiagnosticsTests", ["Diagnostics", "Domain", "Publishing", "Samples", crypto]),
        tests("SyntaxTests", ["Diagnostics", "Syntax"]),
        tests("DomainTests", ["Diagnostics", "Syntax", "Flowcharts", "Domain", "TestSupport"]),
        tests(
            "ContentTests", ["Diagnostics", "Syntax", "Domain", "Content", "TestSupport"]),
        tests("ReviewTests", ["Diagnostics", "Domain", "Review", "TestSupport"]),
        tests(
            "InspectionTests",
            ["Diagnostics", "Domain", "Disclosure", "Inspection", "TestSupport"]),
        tests("TemplatesTests", ["Diagnostics", "Templates"]),
        tests("ThemesTests", ["Diagnostics", "Templates", "Themes"]),
        tests("TypographyTests", ["Typography", "TestSupport"]),
        tests("PDFTests", ["Typography", "PDF", "TestSupport"]),
        tests(
            "LayoutTests", ["Typography", "PDF", "Layout", "TestSupport"], exclude: ["Goldens"]),
        tests(
            "PrintTests",
            [
                "Diagnostics", "Syntax", "Flowcharts", "Domain", "Disclosure", "Inspection",
                "Content",
                "Themes", "Typography", "PDF", "Layout", "Plan", "Print", "TestSupport",
            ],
            exclude: ["Goldens"]),
        tests("SpreadsheetsTests", ["Diagnostics", "Compression", "Spreadsheets"]),
        tests("DisclosureTests", ["Diagnostics", "Domain", "Disclosure"]),
        tests(
            "LedgerTests",
            [
                "Diagnostics", "Syntax", "Domain", "Spreadsheets", "Disclosure", "Ledger",
                "TestSupport",
            ]),
        tests("FlowchartsTests", ["Diagnostics", "Flowcharts", "TestSupport"]),
        tests(
            "FiguresTests",
            ["Diagnostics", "Flowcharts", "Typography", "Figures", "TestSupport"]),
        tests("PlanTests", ["Diagnostics", "Domain", "Disclosure", "Plan", "TestSupport"]),
        tests(
            "WebsiteTests",
            [
                "Diagnostics", "Syntax", "Domain", "Disclosure", "Inspection", "Templates",
                "Themes",
                "Plan", "Website", "TestSupport",
            ],
            exclude: ["Goldens"]),
        tests(
            "PublishingTests",
            ["Diagnostics", "Domain", "Plan", "Publishing", "TestSupport"]),
        tests(
            "SamplesTests",
            [
                "Diagnostics", "Syntax", "Domain", "Content", "Review", "Spreadsheets", "Plan",
                "Samples",
            ]),
        tests("EndToEndTests", ["mingbai"]),

        // Build tools, outside the corridor: they turn text files into Swift constants, so that
        // the catalogues and the default theme travel inside the binary.
        .executableTarget(name: "EmbedFiles", swiftSettings: strict),
        .plugin(
            name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["EmbedFiles"],
            path: "Sources/EmbedFilesPlugin"),
    ]
)
