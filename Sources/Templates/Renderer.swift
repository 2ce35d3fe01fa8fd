/// One run of a program: the loop that every page of the website passes through.
///
/// Nothing is allocated but the growth of the output. Sections call the loop again, because a
/// list lends its rows only inside a closure; `depth` bounds how far that can go. Once it has
/// gone too far nothing more is shown: without end there may be any number of such places.
struct Renderer {
    private let steps: UnsafeBufferPointer<ProgramStep>
    private let literals: UnsafeBufferPointer<UInt8>
    private let routines: [Routine]
    /// The slots of the routine that is running; those of its caller lie just before.
    private var slots: UnsafeMutablePointer<UnsafeRawPointer>
    private var slotCount: Int
    private var depth = 0
    /// What goes before the lines of the routine that is running, and of its callers.
    private var indentation: [UInt8] = []
    private var indentStart = 0

    var output: [UInt8] = []
    private(set) var isTooDeep = false

    init(
        steps: UnsafeBufferPointer<ProgramStep>, literals: UnsafeBufferPointer<UInt8>,
        routines: [Routine], slots: UnsafeMutablePointer<UnsafeRawPointer>
    ) {
        self.steps = steps
        self.literals = literals
        self.routines = routines
        self.slots = slots
        slotCount = routines[0].slotCount
    }

    mutating func run(_ range: Range<Int>) {
        var next = range.lowerBound
        while next < range.upperBound {
            let index = next
            next += 1
            switch steps[index] {
            case .literal(let start, let count):
                output.append(
                    contentsOf: UnsafeBufferPointer(rebasing: literals[start..<(start + count)]))
            case .text(let slot, let get):
                appendEscaped(get(slots[slot]), to: &output)
            case .optionalText(let slot, let get):
                if let text = get(slots[slot]) { appendEscaped(text, to: &output) }
            case .html(let slot, let get):
                output.append(contentsOf: get(slots[slot]).bytes)
            case .optionalHTML(let slot, let get):
                if let html = get(slots[slot]) { output.append(contentsOf: html.bytes) }
            case .test(let slot, let test, let wanted, let length):
                if test(slots[slot]) != wanted { next += length }
            case .rows(let slot, let list, let into, let length):
                let body = next..<(next + length)
                list.rows(slots[slot]) { first, count in
                    show(first, count, list.stride, into, body)
                }
                next = body.upperBound
            case .record(let slot, let record, let into, let length):
                let body = next..<(next + length)
                _ = record.open(slots[slot]) { show($0, 1, 0, into, body) }
                next = body.upperBound
            case .call(let call):
                run(call)
            case .indentation:
                output.append(contentsOf: indentation[indentStart...])
            }
        }
    }

    /// Runs a section's body once for each view.
    private mutating func show(
        _ first: UnsafeRawPointer, _ count: Int, _ stride: Int, _ slot: Int, _ body: Range<Int>
    ) {
        guard enter() else { return }
        defer { depth -= 1 }
        for row in 0..<count where !isTooDeep {
            slots[slot] = first + row * stride
            run(body)
        }
    }

    private mutating func run(_ call: RoutineCall) {
        guard enter() else { return }
        let caller = (slots: slots, count: slotCount, start: indentStart, end: indentation.count)
        let callee = slots + slotCount
        for (target, source) in call.slots.enumerated() { callee[target] = slots[source] }
        slots = callee
        slotCount = routines[call.routine].slotCount
        if !call.addsToIndent { indentStart = indentation.count }
        indentation += literals[call.indent]
        run(routines[call.routine].steps)
        indentation.removeLast(indentation.count - caller.end)
        (slots, slotCount, indentStart) = (caller.slots, caller.count, caller.start)
        depth -= 1
    }

    private mutating func enter() -> Bool {
        guard depth < ProgramSteps.depthLimit else {
            isTooDeep = true
            return false
        }
        depth += 1
        return true
    }
}
