/// What inspectors check in a service guide, and what keeps a government website alive.
let normRules: [any Rule.Type] = []
