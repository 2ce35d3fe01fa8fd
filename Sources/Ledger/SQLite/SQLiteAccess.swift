/// What a statement is about to do, as SQLite tells its authorizer when the statement is prepared.
///
/// Every other kind of access (attaching, making tables, virtual tables …) is refused wherever an
/// authorizer stands at all.
package enum SQLiteAccess: Sendable, Hashable {
    /// The statement selects.
    case select
    /// A column is read; the column is empty where a table is read without any, as in `count(*)`.
    case read(table: String, column: String)
    case function(String)
    case pragma(String, String?)
    case transaction
    /// A recursive table expression.
    case recursion
    case insert(table: String)
    case update(table: String, column: String)
    case delete(table: String)
}

/// That SQLite could not do something. Holds its code and nothing that a person wrote: SQLite's
/// own messages may quote values.
package struct SQLiteFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Step: String, Sendable {
        case open, prepare, bind, step, backup
    }

    /// The extended result code (sqlite.org/rescode.html).
    package let code: Int32
    package let step: Step

    package init(code: Int32, during step: Step) {
        self.code = code
        self.step = step
    }

    /// The code without its extension.
    package var primaryCode: Int32 { code & 0xFF }

    // The numbers are part of the file format's promise and never change.

    /// Another program is writing.
    package var isBusy: Bool { primaryCode == 5 || primaryCode == 6 }
    /// A watcher ended the statement.
    package var isInterruption: Bool { primaryCode == 9 }
    /// The file is damaged, or is no database.
    package var isDamage: Bool { primaryCode == 11 || primaryCode == 26 }
    /// The disk is full.
    package var isFull: Bool { primaryCode == 13 }
    /// The file cannot be opened or may not be written.
    package var isUnreachable: Bool { [3, 8, 14, 23].contains(primaryCode) && !isDenial }
    /// The authorizer said no.
    package var isDenial: Bool { primaryCode == 23 }

    package var description: String { "SQLite code \(code) (\(step.rawValue))" }
}
