import Diagnostics

/// A quick look at Markdown before it is parsed, so that no text, however strange, can cost more
/// than time in proportion to its length.
enum MarkdownSurvey {
    /// How many blocks and marks may lie inside each other in the tree.
    static let depthLimit = 64
    /// The survey counts roughly, so it refuses only what is far beyond.
    private static let roughDepthLimit = 200
    private static let columnLimit = 100
    private static let cellLimit = 500_000

    /// The reason not to parse a text at all, or nil.
    static func refusal(of source: SourceText, bytes range: Range<Int>) -> Diagnostic? {
        var lines = LineCursor(source.bytes, in: range)
        // Columns at which the contents of the open list items begin.
        var open: [Int] = []
        var tableColumns = 0
        var cells = 0
        while let line = lines.next() {
            let bytes = source.bytes[line]
            if depth(of: bytes, open: &open) > roughDepthLimit {
                return Diagnostic(
                    .markdownTooDeep, at: source.span(line.lowerBound..<line.lowerBound),
                    ["limit": "\(depthLimit)"])
            }
            let pipes = bytes.count { $0 == UInt8(ascii: "|") }
            if isDelimiterRow(bytes, pipes: pipes) { tableColumns = max(tableColumns, pipes + 1) }
            cells += tableColumns
            if pipes > columnLimit * 10 || tableColumns > columnLimit || cells > cellLimit {
                return Diagnostic(
                    .markdownTableTooLarge, at: source.span(line.lowerBound..<line.lowerBound),
                    ["columns": "\(columnLimit)", "cells": "\(cellLimit)"])
            }
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { tableColumns = 0 }
        }
        return nil
    }

    /// At least how deep the blocks of a line lie, and which list items stay open after it.
    private static func depth(of line: ArraySlice<UInt8>, open: inout [Int]) -> Int {
        var (column, quotes, markers) = (0, 0, 0)
        var index = line.startIndex
        var started = false
        let isRule = isThematicBreak(line)
        while index < line.endIndex {
            let byte = line[index]
            if byte == 0x20 || byte == 0x09 {
                column += byte == 0x09 ? 4 - column % 4 : 1
                index += 1
                continue
            }
            if byte == UInt8(ascii: ">") {
                quotes += 1
                column += 1
                index += 1
                continue
            }
            if !started {
                while let last = open.last, last > column { open.removeLast() }
                started = true
            }
            let length = isRule ? 0 : markerLength(line[index...])
            guard length > 0 else { break }
            markers += 1
            index += length
            column += length
            open.append(column + 1)
        }
        return open.count + quotes
    }

    /// The length of a list marker that is followed by a blank or the end of the line, or 0.
    private static func markerLength(_ bytes: ArraySlice<UInt8>) -> Int {
        let digits = bytes.prefix(10).prefix { (0x30...0x39).contains($0) }.count
        let sign = bytes.dropFirst(digits).first.map { Unicode.Scalar($0) }
        let isMarker =
            digits == 0
            ? sign == "-" || sign == "*" || sign == "+"
            : digits < 10 && (sign == "." || sign == ")")
        guard isMarker else { return 0 }
        let next = bytes.dropFirst(digits + 1).first
        return next == nil || next == 0x20 || next == 0x09 ? digits + 1 : 0
    }

    private static func isThematicBreak(_ line: ArraySlice<UInt8>) -> Bool {
        guard let sign = line.first(where: { $0 != 0x20 && $0 != 0x09 }),
            sign == UInt8(ascii: "-") || sign == UInt8(ascii: "*")
        else { return false }
        return line.allSatisfy { $0 == sign || $0 == 0x20 || $0 == 0x09 }
            && line.count { $0 == sign } >= 3
    }

    private static func isDelimiterRow(_ line: ArraySlice<UInt8>, pipes: Int) -> Bool {
        pipes > 0 && line.contains(UInt8(ascii: "-"))
            && line.allSatisfy {
                switch Unicode.Scalar($0) {
                case "|", "-", ":", " ", "\t", ">": true
                default: false
                }
            }
    }
}
