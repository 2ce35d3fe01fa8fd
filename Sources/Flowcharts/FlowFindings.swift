package import Diagnostics

extension DiagnosticID {
    package static let flowchartsIDs: [DiagnosticID] = [
        .flowEmpty, .flowHeader, .flowDirection, .flowDirectionIgnored, .flowDirectionWords,
        .flowFrontMatter, .flowDirective, .flowCommentPlace, .flowUnexpected, .flowTooLarge,
        .flowASCIIForm, .flowSpaces, .flowBadID, .flowKeywordID, .flowLetterAtLine,
        .flowMissingStep, .flowMissingID, .flowIDAgain, .flowSelfLoop, .flowUnquotedSign,
        .flowQuotePlace, .flowUnclosed, .flowEmptyText, .flowMarkup, .flowLineBreak, .flowEntity,
        .flowBadLine, .flowHeadIgnored, .flowUnknownShape, .flowShapeRedrawn, .flowShapeData,
        .flowGroupTitle, .flowUnclosedGroup, .flowExtraEnd, .flowNestedGroups, .flowEmptyGroup,
        .flowGroupAndStep, .flowGroupAgain, .flowStepInTwoGroups, .flowStepWithoutLane,
        .flowEdgeToLane,
        .flowEdgeToGroup, .flowUnknownStep, .flowStyleIgnored, .flowBadStyle, .flowBadLink,
        .flowClickCall,
    ]
}
