import Testing

@testable import Disclosure

@Suite struct PublishedTests {
    @Test(arguments: [
        (0, 10, 0), (1, 3, 33), (2, 3, 67), (1, 200, 1), (1, 201, 0), (199, 200, 100),
        (-1, 2, -50), (-1, 200, 0), (-3, 200, -1), (-2, 3, -67), (5, 0, 0),
    ])
    func wholePercentsAreRoundedHalfUp(part: Int, base: Int, percent: Int) {
        #expect(rounded(part, of: base) == percent)
    }
}
