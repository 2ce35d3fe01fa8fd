package import Diagnostics

extension DiagnosticID {
    static let endlessData = DiagnosticID("template-data-endless", .error)
}

/// A template bound to a kind of view: a flat list of steps that append UTF-8.
///
/// Immutable; any number of threads may render with it at once.
package struct Program<V>: Sendable {
    private let steps: ProgramSteps

    /// The names of every template it was made of, sorted.
    package var templates: [String] { steps.templates }

    init(_ steps: ProgramSteps) { self.steps = steps }

    /// Appends the page of a view.
    ///
    /// Returns a finding when views lie more than 1,000 deep in each other, which only a template
    /// that calls itself can meet; the page is then not whole.
    @discardableResult
    package func render(_ view: V, into output: inout [UInt8]) -> Diagnostic? {
        withUnsafePointer(to: view) { steps.run(UnsafeRawPointer($0), &output) }
    }

    /// The page of a view, as UTF-8.
    package func render(_ view: V) -> [UInt8] {
        var output: [UInt8] = []
        render(view, into: &output)
        return output
    }
}

/// One step of a program. A slot is a place for the view that an open section shows; lengths
/// count the steps of a section's body, which follows its step.
enum ProgramStep: Sendable {
    typealias View = FieldAccess.View

    case literal(start: Int, count: Int)
    case text(slot: Int, @Sendable (View) -> String)
    case optionalText(slot: Int, @Sendable (View) -> String?)
    case html(slot: Int, @Sendable (View) -> HTMLFragment)
    case optionalHTML(slot: Int, @Sendable (View) -> HTMLFragment?)
    case test(slot: Int, @Sendable (View) -> Bool, wanted: Bool, length: Int)
    case rows(slot: Int, ListAccess, into: Int, length: Int)
    case record(slot: Int, RecordAccess, into: Int, length: Int)
    case call(RoutineCall)
    /// The indentation of the lines of a routine, known only while it runs.
    case indentation
}

/// The call of a template that calls itself, directly or through others.
struct RoutineCall: Sendable {
    let routine: Int
    /// The caller's slots that become the slots of the routine.
    let slots: [Int]
    /// Bytes of the literals that go before each line of the routine.
    let indent: Range<Int>
    /// Whether the caller's own indentation goes before that.
    let addsToIndent: Bool
}

/// A stretch of steps that can be called, and the slots that it needs.
struct Routine: Sendable {
    let steps: Range<Int>
    let slotCount: Int
}

/// The steps and literals of a program; the first routine is the template itself.
struct ProgramSteps: Sendable {
    let steps: ContiguousArray<ProgramStep>
    let literals: [UInt8]
    let routines: [Routine]
    let templates: [String]
    /// Where depth may run out: a finding about endless data points there.
    let origin: SourceSpan

    /// Views that may lie in each other while a program runs.
    static let depthLimit = 1_000

    func run(_ view: UnsafeRawPointer, _ output: inout [UInt8]) -> Diagnostic? {
        let largest = routines.map(\.slotCount).max() ?? 1
        let capacity = routines.count == 1 ? largest : largest * (Self.depthLimit + 2)
        return withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: capacity) {
            slots -> Diagnostic? in
            slots.initialize(repeating: view)
            return steps.withUnsafeBufferPointer { steps in
                literals.withUnsafeBufferPointer { literals in
                    guard let base = slots.baseAddress else { return nil }
                    var renderer = Renderer(
                        steps: steps, literals: literals, routines: routines, slots: base)
                    swap(&renderer.output, &output)
                    renderer.run(routines[0].steps)
                    swap(&renderer.output, &output)
                    return renderer.isTooDeep
                        ? Diagnostic(.endlessData, at: origin, ["limit": "\(Self.depthLimit)"])
                        : nil
                }
            }
        }
    }
}
