import Foundation

/// A line on the terminal that says how far long work is; nothing where nobody looks on.
final class ProgressBar {
    private let label: String
    private let isShown: Bool
    private let global: GlobalOptions
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private var hasDrawn = false

    init(_ global: GlobalOptions, _ label: String) {
        self.global = global
        self.label = label
        isShown = !global.quiet && isatty(STDERR_FILENO) != 0
    }

    /// Draws at most ten times a second, and only after the first second of work.
    func show(_ done: Int, of total: Int, _ rows: Int) {
        let now = ContinuousClock.now
        guard isShown, now - start > .seconds(1), now - last > .milliseconds(100) else { return }
        last = now
        hasDrawn = true
        let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
        let filled = Int(share * 20)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
        let words = global.words("\(rows)行", "\(rows) rows")
        write("\r\u{1B}[K\(label) \(bar) \(Int(share * 100))% \(words)")
    }

    func clear() {
        if hasDrawn { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
