/// The layout of `facts.sqlite`, and of the schema `mingbai_facts` in PostgreSQL: integers only,
/// no name, no telephone number, no text of a case, no time of day, no row number of the register.
///
/// Days are `CivilDate.dayNumber`, months `Month.number`. Identifiers of places and items ascend
/// with their names, so that the same register makes the same facts in whatever order it was
/// imported.
enum FactsLayout {
    /// Counted up with every change of the tables or of what a column means.
    static let version = "1"

    /// Keys of the table `meta`.
    enum Key {
        static let layout = "layout"
        /// ISO date: the facts hold everything up to and with this day.
        static let dataDate = "data_date"
        /// The district's area code; its name where it has none.
        static let district = "district"
        /// A fingerprint of all that the district says and that went into the facts.
        static let basis = "basis"
    }

    /// `STRICT` keeps texts out of integer columns, whoever writes. Keys come first and in order:
    /// else `quick_check` of SQLite 3.40.1 finds NULL where there is none.
    static let tables = """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE places(
            id INTEGER PRIMARY KEY, town TEXT NOT NULL, room TEXT NOT NULL) STRICT;
        CREATE TABLE items(id INTEGER PRIMARY KEY, item TEXT NOT NULL) STRICT;
        CREATE TABLE returns(
            month INTEGER NOT NULL, place INTEGER NOT NULL,
            PRIMARY KEY(month, place)) STRICT, WITHOUT ROWID;
        CREATE TABLE cases(
            month INTEGER NOT NULL, place INTEGER NOT NULL, item INTEGER NOT NULL,
            number INTEGER NOT NULL, accepted INTEGER NOT NULL, due INTEGER, finished INTEGER,
            worked INTEGER, promised INTEGER, statutory INTEGER, form INTEGER NOT NULL,
            result INTEGER, rating INTEGER NOT NULL,
            PRIMARY KEY(month, place, item, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE gaps(
            month INTEGER NOT NULL, year INTEGER NOT NULL, cases INTEGER NOT NULL,
            PRIMARY KEY(month, year)) STRICT, WITHOUT ROWID;
        CREATE TABLE seen(
            month INTEGER PRIMARY KEY, version INTEGER NOT NULL) STRICT;
        """

    /// Everything that a reader of facts may ask for; `seen` is the extract's own bookkeeping.
    static let readable: [String: Set<String>] = [
        "meta": ["key", "value"],
        "places": ["id", "town", "room"],
        "items": ["id", "item"],
        "returns": ["place", "month"],
        "cases": [
            "month", "place", "item", "accepted", "due", "finished", "worked", "promised",
            "statutory", "rating",
        ],
        "gaps": ["month", "year", "cases"],
    ]
}

/// A list of what statements may touch: reading named columns of named tables, and nothing else.
struct ReadingList: Sendable {
    let columns: [String: Set<String>]
    /// Functions in lower case.
    var functions: Set<String> = ["count", "min", "max"]

    /// For `SQLiteConnection.authorize`. A table read without a column, as `count(*)` does, is
    /// allowed where any column of it is.
    func allows(_ access: SQLiteAccess) -> Bool {
        switch access {
        case .select, .transaction: true
        case .read(let table, let column):
            columns[table].map { column.isEmpty || $0.contains(column) } ?? false
        case .function(let name): functions.contains(name.lowercased())
        case .pragma, .recursion, .insert, .update, .delete: false
        }
    }
}
