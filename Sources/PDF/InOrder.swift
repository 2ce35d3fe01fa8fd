import Dispatch
import Synchronization

/// Makes something of each number below `count`, on several threads, and gives it back in order:
/// what comes of it does not depend on how many they are.
///
/// - Parameter worker: Called once on each thread; what it returns is called there for every
///   number that it is the thread's turn to take.
package func inOrder<Made: Sendable>(
    _ count: Int, threads: Int, worker: @escaping @Sendable () -> (Int) -> Made
) -> [Made] {
    if count == 0 { return [] }
    let next = Atomic<Int>(0)
    let made = Mutex<[Made?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
        let make = worker()
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            if index >= count { return }
            let own = make(index)
            made.withLock { $0[index] = own }
        }
    }
    return made.withLock { $0.compactMap(\.self) }
}
