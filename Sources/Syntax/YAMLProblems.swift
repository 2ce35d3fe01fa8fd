import Diagnostics

/// A syntax error of libyaml as one of the mistakes that clerks make.
struct YAMLProblem {
    let id: DiagnosticID
    /// Whether the place to look at is where the broken thing begins.
    let isAtContext: Bool

    /// From the two texts of an error, which have been the same in libyaml since 2006.
    init(_ problem: String, context: String) {
        (id, isAtContext) =
            switch problem {
            case "mapping values are not allowed in this context": (.yamlColonInValue, false)
            case "could not find expected ':'": (.yamlMissingColon, true)
            case "found unexpected end of stream" where context.contains("quoted"),
                "found unexpected document indicator" where context.contains("quoted"):
                (.yamlUnclosedQuote, true)
            case _ where problem.hasPrefix("did not find expected ','"):
                (.yamlUnclosedBracket, true)
            case "did not find expected node content" where context.contains("flow"):
                (.yamlUnclosedBracket, true)
            case "did not find expected key", "did not find expected '-' indicator",
                "block sequence entries are not allowed in this context":
                (.yamlIndentation, false)
            case "found character that cannot start any token": (.yamlReservedSign, false)
            case _ where problem.contains("escape") || problem.contains("hexdecimal"):
                (.yamlEscape, false)
            case _ where problem.hasSuffix("exceeded max depth"): (.yamlTooDeep, false)
            default: (.yamlSyntax, false)
            }
    }
}

extension DiagnosticID {
    static let fullWidthColon = DiagnosticID("full-width-colon", .note)
    static let fullWidthComma = DiagnosticID("full-width-comma", .note)
    static let fullWidthSpace = DiagnosticID("full-width-space", .note)
    static let yamlColonSpace = DiagnosticID("yaml-colon-space", .note)
    static let yamlTab = DiagnosticID("yaml-tab", .error)
    static let yamlReservedSign = DiagnosticID("yaml-reserved-sign", .error)
    static let yamlTooDeep = DiagnosticID("yaml-too-deep", .error)
    static let yamlDuplicateKey = DiagnosticID("yaml-duplicate-key", .error)
    static let yamlKeyNotText = DiagnosticID("yaml-key-not-text", .error)
    static let yamlManyDocuments = DiagnosticID("yaml-many-documents", .error)
    static let yamlColonInValue = DiagnosticID("yaml-colon-in-value", .error)
    static let yamlMissingColon = DiagnosticID("yaml-missing-colon", .error)
    static let yamlUnclosedQuote = DiagnosticID("yaml-unclosed-quote", .error)
    static let yamlUnclosedBracket = DiagnosticID("yaml-unclosed-bracket", .error)
    static let yamlIndentation = DiagnosticID("yaml-indentation", .error)
    static let yamlEscape = DiagnosticID("yaml-escape", .error)
    static let yamlSyntax = DiagnosticID("yaml-syntax", .error)

    static let yamlIDs = [
        fullWidthColon, fullWidthComma, fullWidthSpace, yamlColonSpace, yamlTab, yamlReservedSign,
        yamlTooDeep, yamlDuplicateKey, yamlKeyNotText, yamlManyDocuments, yamlColonInValue,
        yamlMissingColon, yamlUnclosedQuote, yamlUnclosedBracket, yamlIndentation, yamlEscape,
        yamlSyntax,
    ]
}
