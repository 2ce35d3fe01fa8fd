/// The schema of `register.sqlite`, one step for each version; a step is never edited once it is
/// out.
///
/// Places and items are kept as identifiers; the words with which a return named them are not
/// kept. Days are `CivilDate.dayNumber`, months `Month.number`. ★ marks what is personal and
/// never leaves this file.
enum RegisterSchema {
    /// The version that this program writes.
    static var version: Int { steps.count }

    static let steps: [String] = [
        """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        -- room '' is the town centre itself.
        CREATE TABLE places(
            id INTEGER PRIMARY KEY, town TEXT NOT NULL, room TEXT NOT NULL, UNIQUE(town, room));
        CREATE TABLE items(id INTEGER PRIMARY KEY, item TEXT NOT NULL UNIQUE);

        -- One line for each different file; hash is a 128-bit fingerprint of its bytes.
        CREATE TABLE imports(
            id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, file TEXT NOT NULL,
            day INTEGER NOT NULL, read INTEGER NOT NULL, added INTEGER NOT NULL,
            updated INTEGER NOT NULL, unchanged INTEGER NOT NULL, refused INTEGER NOT NULL);

        -- Which place sent a return for which month; zero is 1 where it said: no cases.
        CREATE TABLE returns(
            place INTEGER NOT NULL, month INTEGER NOT NULL, zero INTEGER NOT NULL,
            PRIMARY KEY(place, month)) WITHOUT ROWID;

        -- The import that last changed a case accepted in this month, or a return for it.
        CREATE TABLE touched(month INTEGER PRIMARY KEY, change INTEGER NOT NULL);

        CREATE TABLE cases(
            id INTEGER PRIMARY KEY,
            key BLOB NOT NULL,            -- 16 bytes: the number within the place, or the content
            content INTEGER NOT NULL,     -- fingerprint of everything else, to see what changed
            source INTEGER NOT NULL,      -- month of the return that said it; 0 unknown
            place INTEGER NOT NULL,
            item INTEGER NOT NULL,
            accepted INTEGER NOT NULL,
            number TEXT,                  -- 受理编号
            applicant TEXT,               -- ★ 申办人姓名
            phone TEXT,                   -- ★ 联系电话
            clerk TEXT,                   -- 受理人
            form INTEGER NOT NULL,        -- CaseForm
            agent TEXT,                   -- 代办员
            promised_unit INTEGER,        -- LimitUnit; NULL: no promise is known
            promised_count INTEGER,
            statutory_unit INTEGER,       -- of the guide at the time of import
            statutory_count INTEGER,
            paused INTEGER NOT NULL,      -- 暂停天数, working days
            finished INTEGER,             -- NULL: still open
            result INTEGER,               -- CaseResult
            rating INTEGER NOT NULL,      -- CaseRating
            remark TEXT);                 -- ★ 备注
        CREATE UNIQUE INDEX cases_by_key ON cases(key);
        """
    ]
}
