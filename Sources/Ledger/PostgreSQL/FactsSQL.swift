#if PostgreSQL
    /// Everything that is asked of a PostgreSQL server: ten statements, each over one table.
    ///
    /// `$1` is the last day of the data. Only what the SQL of 2003 has is used (`CASE` and not
    /// `FILTER`), so that openGauss should understand it too; that was not tried.
    enum FactsSQL {
        static let role = """
            SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user
            """
        static let meta = "SELECT key, value FROM mingbai_facts.meta"
        static let places = "SELECT id, town, room FROM mingbai_facts.places"
        static let items = "SELECT id, item FROM mingbai_facts.items"
        static let returns = "SELECT month, place FROM mingbai_facts.returns"
        /// The first and last month with a case, and with a return.
        static let bounds = """
            SELECT min(month), max(month) FROM mingbai_facts.cases
            UNION ALL SELECT min(month), max(month) FROM mingbai_facts.returns
            """

        /// By month of acceptance and place: cases, those that begin as open, impossible ones.
        static let accepted = """
            SELECT month, place, count(*),
                count(CASE WHEN finished IS NULL OR finished > $1::integer
                    OR \(month("finished")) >= month THEN 1 END),
                count(CASE WHEN finished < accepted OR due < accepted
                    OR month <> \(month("accepted")) THEN 1 END)
            FROM mingbai_facts.cases WHERE accepted <= $1::integer GROUP BY month, place
            """

        /// By month of finishing and place, in the order that `CaseTally.Cell` reads.
        static let finished = """
            SELECT \(month("finished")), place, count(*),
                count(CASE WHEN \(month("finished")) >= month THEN 1 END),
                count(CASE WHEN due <= $1::integer AND \(month("finished")) > \(month("due"))
                    THEN 1 END),
                count(CASE WHEN finished = accepted THEN 1 END),
                count(CASE WHEN finished > due THEN 1 END),
                count(CASE WHEN \(promised) THEN 1 END),
                sum(CASE WHEN \(promised) THEN promised END),
                sum(CASE WHEN \(promised) THEN worked END),
                count(CASE WHEN \(statutory) THEN 1 END),
                sum(CASE WHEN \(statutory) THEN statutory END),
                sum(CASE WHEN \(statutory) THEN promised END),
                sum(CASE WHEN \(statutory) THEN worked END),
                count(CASE WHEN rating = 0 THEN 1 END), count(CASE WHEN rating = 1 THEN 1 END),
                count(CASE WHEN rating = 2 THEN 1 END), count(CASE WHEN rating = 3 THEN 1 END),
                count(CASE WHEN rating = 4 THEN 1 END)
            FROM mingbai_facts.cases
            WHERE finished <= $1::integer AND accepted <= $1::integer GROUP BY 1, 2
            """

        /// By month of the due day and place: due, finished in time, past due at the month's end.
        static let due = """
            SELECT \(month("due")), place, count(*),
                count(CASE WHEN finished <= due THEN 1 END),
                count(CASE WHEN finished IS NULL OR finished > $1::integer
                    OR \(month("finished")) > \(month("due")) THEN 1 END)
            FROM mingbai_facts.cases
            WHERE due <= $1::integer AND accepted <= $1::integer GROUP BY 1, 2
            """

        static let itemQuarters = """
            SELECT month / 3, place, item, count(*)
            FROM mingbai_facts.cases WHERE accepted <= $1::integer GROUP BY 1, 2, 3
            """
        static let itemMonths = """
            SELECT month, item, count(*)
            FROM mingbai_facts.cases WHERE accepted <= $1::integer GROUP BY 1, 2
            """

        private static let promised = "worked IS NOT NULL AND promised > 0"
        private static let statutory = """
            worked IS NOT NULL AND promised IS NOT NULL AND statutory > 0
            """

        /// `Month.number` of a column with day numbers.
        private static func month(_ day: String) -> String {
            let date = "(date '1970-01-01' + \(day))"
            return "(extract(year FROM \(date)) * 12 + extract(month FROM \(date)) - 1)::integer"
        }
    }
#endif
