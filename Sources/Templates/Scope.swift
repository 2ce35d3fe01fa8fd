import Diagnostics

/// The views that a name can belong to at one place of a template, the innermost last.
struct Scope {
    struct Level {
        let schema: ErasedSchema
        /// Where the program keeps the view while it runs.
        let slot: Int
        /// Numbers of the levels it was reached from, its own last: a view is smaller than every
        /// view it was reached from.
        let lineage: [Int]
    }

    private(set) var levels: [Level]

    init(_ schema: ErasedSchema) { levels = [Level(schema: schema, slot: 0, lineage: [0])] }

    private init(levels: [Level]) { self.levels = levels }

    /// The scope inside a section over a field of the view that `holder` is.
    func inside(_ schema: ErasedSchema, of holder: Level, slot: Int, number: Int) -> Scope {
        let level = Level(schema: schema, slot: slot, lineage: holder.lineage + [number])
        return Scope(levels: levels + [level])
    }

    /// The levels that a name can still reach: an inner view hides every outer one of its kind.
    ///
    /// Without this the scope of a template that calls itself would never be the same twice.
    var reachable: [Level] {
        var seen = Set<ObjectIdentifier>()
        return levels.reversed().filter { seen.insert(ObjectIdentifier($0.schema)).inserted }
            .reversed()
    }

    /// The scope of a routine that is called with the reachable levels in its first slots.
    var renumbered: Scope {
        Scope(
            levels: reachable.enumerated().map {
                Level(schema: $1.schema, slot: $0, lineage: $1.lineage)
            })
    }

    /// The innermost view with names.
    var nearestSchema: ErasedSchema? {
        levels.last { $0.schema.item == nil }?.schema ?? levels.last?.schema
    }

    /// All names in scope, those of the inner views first.
    var names: [String] { levels.reversed().flatMap(\.schema.names) }
}

/// What a name in a template stands for.
struct ResolvedName {
    let holder: Scope.Level
    let access: FieldAccess

    var slot: Int { holder.slot }
}

/// Why a name stands for nothing.
enum UnresolvedName: Error {
    /// No view has the part; these are the names it could have been, and of which view.
    case unknown(part: String, candidates: [String], view: ErasedSchema?)
    /// `{{.}}` where the item is not a text.
    case noItem
    /// A part before a dot that is no record.
    case notRecord(part: String)
}

extension Scope {
    /// Finds a name: the innermost view that declares its first part has it, even when it is
    /// empty there; the other parts belong to the record before them and to nothing else.
    func resolve(_ tag: TemplateTag) -> Result<ResolvedName, UnresolvedName> {
        let parts = tag.parts
        guard let first = parts.first else {
            guard let level = levels.last, let item = level.schema.item else {
                return .failure(.noItem)
            }
            return .success(ResolvedName(holder: level, access: item))
        }
        let holder = levels.last { $0.schema[first] != nil }
        guard let holder, var access = holder.schema[first] else {
            return .failure(.unknown(part: first, candidates: names, view: nearestSchema))
        }
        for (part, previous) in zip(parts.dropFirst(), parts) {
            guard case .record(let record) = access else {
                return .failure(.notRecord(part: previous))
            }
            let schema = record.schema()
            guard let field = schema[part] else {
                return .failure(.unknown(part: part, candidates: schema.names, view: schema))
            }
            access = record.reaching(field)
        }
        return .success(ResolvedName(holder: holder, access: access))
    }
}
