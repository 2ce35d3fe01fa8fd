/// What inspectors check in a service guide, and what keeps a government website alive: the rules
/// of local inspections that cite GB/T 36114 and GB/T 39554.2, in their order, then the dates and
/// columns of the site.
let normRules: [any Rule.Type] = [
    ResultMatchesKind.self, VisitsExplained.self, PaymentSaid.self, PhonesApart.self,
    AudienceSuitsField.self, PermitSteps.self, StepsTimed.self, PresenceAgrees.self,
    ProofsAreMaterials.self, TimeForSiteVisits.self, BasisWithArticle.self, DatesInOrder.self,
    ReviewDate.self, ColumnsAlive.self, PermitQuestions.self,
]
