/// A telephone number that a reader of a card can dial.
package struct Phone: Sendable, Hashable, Comparable, CustomStringConvertible {
    package enum Kind: Sendable, Hashable, CaseIterable {
        /// Area code of three or four digits with its 0, then seven or eight digits.
        case landline
        /// Eleven digits from 1.
        case mobile
        /// 400 and 800 numbers.
        case service
        /// Public numbers of three to six digits, such as 12345.
        case short
    }

    package let kind: Kind
    /// The digits as dialled inside China, with the area code's 0.
    package let digits: String
    /// The extension behind 转, up to six digits; only landlines and service numbers have one.
    package let branch: String?
    /// The length of the area code of a landline, otherwise 0.
    let areaLength: Int

    init(_ kind: Kind, digits: String, branch: String? = nil, areaLength: Int = 0) {
        self.kind = kind
        self.digits = digits
        self.branch = branch
        self.areaLength = areaLength
    }

    /// 0000-7654321转123, 13000000000, 400-000-0000, 12345.
    package var description: String {
        let tail = branch.map { "转\($0)" } ?? ""
        return switch kind {
        case .landline: "\(digits.prefix(areaLength))-\(digits.dropFirst(areaLength))\(tail)"
        case .service:
            "\(digits.prefix(3))-\(digits.dropFirst(3).prefix(3))-\(digits.dropFirst(6))\(tail)"
        case .mobile, .short: digits
        }
    }

    /// The address that dials: `tel:` and the digits as dialled inside China.
    ///
    /// Not `tel:+86…`: 12345, 110 and 400 numbers have no international form, and one form for
    /// all is what the readers, who are in China, would dial by hand. The comma before an
    /// extension is the pause that mobile dialers know; they ignore `;ext=` of RFC 3966.
    package var telURI: String { "tel:" + digits + (branch.map { "," + $0 } ?? "") }

    package static func < (a: Phone, b: Phone) -> Bool {
        (a.digits, a.branch ?? "") < (b.digits, b.branch ?? "")
    }
}
