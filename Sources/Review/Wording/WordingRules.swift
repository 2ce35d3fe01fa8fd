/// How a guide is worded: punctuation, numerals, document numbers, titles of laws.
let wordingRules: [any Rule.Type] = []
