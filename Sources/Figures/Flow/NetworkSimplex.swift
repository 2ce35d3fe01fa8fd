/// Places on one axis that keep their distances and make the weighted sum of lengths least.
///
/// Gansner, Koutsofios, North, Vo: A Technique for Drawing Directed Graphs (1993), 2.3. It serves
/// twice: for the ranks of steps, and for their places across.
struct NetworkSimplex {
    /// `place[head] - place[tail] >= minimum`; costs `weight` for each unit of the difference.
    struct Arc {
        var tail: Int
        var head: Int
        var minimum: Int
        var weight: Int
    }

    private let arcs: [Arc]
    private var place: [Int]
    private var isTree: [Bool]
    private var cut: [Int]
    private var treeArcs: [[Int]]
    /// Post-order numbers of the tree, and the least of each subtree.
    private var last: [Int]
    private var first: [Int]
    private var parent: [Int]

    /// Nil where the distances contradict each other. All points must hang together.
    static func solve(_ count: Int, _ arcs: [Arc], turns: Int) -> [Int]? {
        guard count > 0 else { return [] }
        guard let start = longestPath(count, arcs) else { return nil }
        var simplex = NetworkSimplex(arcs, start)
        guard simplex.growTree() else { return start }
        // A turn looks at every arc: large charts get fewer of them, so that time stays bounded.
        simplex.improve(min(turns, 8_000_000 / max(1, arcs.count)))
        let least = simplex.place.min() ?? 0
        return simplex.place.map { $0 - least }
    }

    /// Places from the left, each as far left as its distances let it; nil where they go in a ring.
    static func longestPath(_ count: Int, _ arcs: [Arc]) -> [Int]? {
        var open = Array(repeating: 0, count: count)
        var leaving: [[Int]] = Array(repeating: [], count: count)
        for (index, arc) in arcs.enumerated() {
            open[arc.head] += 1
            leaving[arc.tail].append(index)
        }
        var place = Array(repeating: 0, count: count)
        var queue = (0..<count).filter { open[$0] == 0 }
        var next = 0
        while next < queue.count {
            for index in leaving[queue[next]] {
                let arc = arcs[index]
                place[arc.head] = max(place[arc.head], place[arc.tail] + arc.minimum)
                open[arc.head] -= 1
                if open[arc.head] == 0 { queue.append(arc.head) }
            }
            next += 1
        }
        return next == count ? place : nil
    }

    private init(_ arcs: [Arc], _ place: [Int]) {
        self.arcs = arcs
        self.place = place
        isTree = Array(repeating: false, count: arcs.count)
        cut = Array(repeating: 0, count: arcs.count)
        treeArcs = Array(repeating: [], count: place.count)
        last = Array(repeating: 0, count: place.count)
        first = last
        parent = Array(repeating: -1, count: place.count)
    }

    private func slack(_ arc: Int) -> Int {
        place[arcs[arc].head] - place[arcs[arc].tail] - arcs[arc].minimum
    }

    /// A tree of arcs without slack; false where the points do not hang together.
    private mutating func growTree() -> Bool {
        var touching: [[Int]] = Array(repeating: [], count: place.count)
        for (index, arc) in arcs.enumerated() {
            touching[arc.tail].append(index)
            touching[arc.head].append(index)
        }
        var isIn = Array(repeating: false, count: place.count)
        var members = [0]
        isIn[0] = true
        var next = 0
        while true {
            while next < members.count {
                let point = members[next]
                for arc in touching[point] where slack(arc) == 0 {
                    let other = arcs[arc].tail == point ? arcs[arc].head : arcs[arc].tail
                    guard !isIn[other] else { continue }
                    addToTree(arc)
                    isIn[other] = true
                    members.append(other)
                }
                next += 1
            }
            if members.count == place.count { break }
            var best = -1
            for arc in arcs.indices
            where isIn[arcs[arc].tail] != isIn[arcs[arc].head]
                && (best < 0 || slack(arc) < slack(best))
            {
                best = arc
            }
            guard best >= 0 else { return false }
            let shift = isIn[arcs[best].head] ? -slack(best) : slack(best)
            for point in members { place[point] += shift }
            let isHeadIn = isIn[arcs[best].head]
            let outside = isHeadIn ? arcs[best].tail : arcs[best].head
            addToTree(best)
            isIn[outside] = true
            members.append(outside)
        }
        number(0, -1, 1)
        for point in postOrder() where parent[point] >= 0 { setCut(parent[point], below: point) }
        return true
    }

    private mutating func addToTree(_ arc: Int) {
        isTree[arc] = true
        treeArcs[arcs[arc].tail].append(arc)
        treeArcs[arcs[arc].head].append(arc)
    }

    private func postOrder() -> [Int] {
        place.indices.sorted { last[$0] < last[$1] }
    }

    /// Numbers the tree below a point in post-order; not recursive, for a tree may be one long way.
    private mutating func number(_ top: Int, _ arcAbove: Int, _ from: Int) {
        parent[top] = arcAbove
        first[top] = from
        var next = from
        var way = [(point: top, arc: 0)]
        while let (point, index) = way.last {
            guard index < treeArcs[point].count else {
                last[point] = next
                next += 1
                way.removeLast()
                continue
            }
            way[way.count - 1].arc += 1
            let arc = treeArcs[point][index]
            guard arc != parent[point] else { continue }
            let other = arcs[arc].tail == point ? arcs[arc].head : arcs[arc].tail
            parent[other] = arc
            first[other] = next
            way.append((other, 0))
        }
    }

    private func isBelow(_ point: Int, _ top: Int) -> Bool {
        first[top] <= last[point] && last[point] <= last[top]
    }

    private mutating func setCut(_ arc: Int, below point: Int) {
        // By definition; the tree is small enough that the faster recurrence is not worth its care.
        var sum = 0
        for (index, other) in arcs.enumerated() {
            let tailIn = isBelow(other.tail, point)
            let headIn = isBelow(other.head, point)
            if tailIn == headIn { continue }
            sum += tailIn ? arcs[index].weight : -arcs[index].weight
        }
        cut[arc] = arcs[arc].tail == point ? sum : -sum
    }

    private mutating func improve(_ turns: Int) {
        var search = 0
        var inTree = arcs.indices.filter { isTree[$0] }
        for _ in 0..<turns {
            var leaving = -1
            for step in inTree.indices {
                let slot = (search + step) % inTree.count
                if cut[inTree[slot]] < 0 {
                    leaving = slot
                    break
                }
            }
            guard leaving >= 0, let entering = entering(for: inTree[leaving]) else { return }
            search = leaving
            exchange(inTree[leaving], entering)
            inTree[leaving] = entering
        }
    }

    private func entering(for arc: Int) -> Int? {
        let tail = arcs[arc].tail
        let head = arcs[arc].head
        let isTailBelow = last[tail] < last[head]
        let top = isTailBelow ? tail : head
        var best: Int?
        var least = Int.max
        for (index, other) in arcs.enumerated() where !isTree[index] {
            let from = isTailBelow ? other.head : other.tail
            let to = isTailBelow ? other.tail : other.head
            guard isBelow(from, top), !isBelow(to, top) else { continue }
            let slack = slack(index)
            if slack < least {
                least = slack
                best = index
            }
        }
        return best
    }

    private mutating func exchange(_ leaving: Int, _ entering: Int) {
        let delta = slack(entering)
        let tail = arcs[leaving].tail
        let head = arcs[leaving].head
        if delta > 0 {
            let top = last[tail] < last[head] ? tail : head
            let shift = top == tail ? -delta : delta
            for point in place.indices where isBelow(point, top) { place[point] += shift }
        }
        let value = cut[leaving]
        let common = lift(arcs[entering].tail, arcs[entering].head, value, true)
        lift(arcs[entering].head, arcs[entering].tail, value, false)
        cut[entering] = -value
        cut[leaving] = 0
        isTree[leaving] = false
        for point in [tail, head] { treeArcs[point].removeAll { $0 == leaving } }
        addToTree(entering)
        number(common, parent[common], first[common])
    }

    /// Changes the cuts on the way up from `point` to the first that also has `other` below it.
    @discardableResult
    private mutating func lift(_ point: Int, _ other: Int, _ value: Int, _ isUp: Bool) -> Int {
        var point = point
        while !isBelow(other, point) {
            let arc = parent[point]
            let isAlong = (point == arcs[arc].tail) == isUp
            cut[arc] += isAlong ? value : -value
            let (tail, head) = (arcs[arc].tail, arcs[arc].head)
            point = last[tail] > last[head] ? tail : head
        }
        return point
    }
}
