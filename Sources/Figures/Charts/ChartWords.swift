extension ChartDrawing {
    /// Words in lines of about the same length; what does not fit into the last one ends in ….
    ///
    /// - Parameter most: Number of lines.
    func lines(_ words: String, width limit: Double, most: Int = 2) -> [String] {
        let pieces = Self.pieces(words)
        guard !pieces.isEmpty else { return [] }
        guard width(of: words) > limit else { return [words] }
        let tight = filled(pieces, limit)
        guard tight.count <= most else {
            let kept = tight.prefix(most - 1)
            return kept + [shortened(tight[(most - 1)...].joined(), limit)]
        }
        // The narrowest measure that needs no further line: no single character is left over.
        var (low, high) = (width(of: words) / Double(tight.count) - em, limit)
        for _ in 0..<12 {
            let middle = (low + high) / 2
            let trial = filled(pieces, middle)
            let fits = trial.count <= tight.count && trial.allSatisfy { width(of: $0) <= middle }
            if fits { high = middle } else { low = middle }
        }
        return filled(pieces, high)
    }

    /// The beginning of the words that fits, with … where some are left out.
    func shortened(_ words: String, _ limit: Double) -> String {
        guard width(of: words) > limit else { return words }
        var kept = ""
        for character in words {
            guard width(of: kept + String(character) + "…") <= limit else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    private func filled(_ pieces: [String], _ limit: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces {
            if !line.isEmpty, width(of: line + piece) > limit {
                lines.append(line)
                line = ""
            }
            line += piece
            // A word that is wider than the line breaks where it must.
            while width(of: line) > limit, line.count > 1 {
                var head = ""
                for character in line {
                    guard head.isEmpty || width(of: head + String(character)) <= limit else {
                        break
                    }
                    head.append(character)
                }
                lines.append(head)
                line = String(line.dropFirst(head.count))
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// Han characters one by one, Latin words whole; what must not begin a line stays with the
    /// character before it, what must not end one with the character after it.
    private static func pieces(_ words: String) -> [String] {
        var pieces: [String] = []
        var isOpen = false
        for character in words {
            let isLatin = character.isASCII && !character.isWhitespace
            let joins =
                isOpen || character.isWhitespace || "，。、；：？！）》〉”’…·".contains(character)
                || (isLatin && pieces.last?.last.map { $0.isASCII && !$0.isWhitespace } == true)
            if joins, let last = pieces.indices.last {
                pieces[last].append(character)
            } else {
                pieces.append(String(character))
            }
            isOpen = "（《〈“‘".contains(character)
        }
        return pieces
    }
}
