import Glibc
import Typography

/// What stops the work itself: a full disk, a folder that cannot be written.
package struct PublishError: Error, Sendable {
    package enum Kind: Sendable, Hashable {
        case cannotWrite, cannotRead, diskFull, notAllowed, busy
        /// The folder into which a file is to be written is not there.
        case noFolder
        /// The output is, holds or lies in the folder of the sources.
        case overSources
        /// The output holds files that no build has made.
        case foreignFolder
        /// A font of the theme is not installed, is no font, or may not be embedded; the path is
        /// its family or file.
        case fontMissing, fontUnreadable, fontRestricted
    }

    package let kind: Kind
    package let path: String
    /// The operating system's own words; of a missing font, the Debian package that has it.
    package let reason: String

    init(_ kind: Kind, _ path: String, _ reason: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
    }

    init(_ error: FontError) {
        let kind: Kind =
            switch error.kind {
            case .missing: .fontMissing
            case .unreadable: .fontUnreadable
            case .restricted: .fontRestricted
            }
        self.init(kind, error.wanted, error.package ?? "")
    }

    /// The error that `errno` names, about a path.
    static func system(_ path: String, _ code: Int32 = errno) -> PublishError {
        let kind: Kind =
            switch code {
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            case EACCES, EPERM, EROFS: .notAllowed
            default: .cannotWrite
            }
        return PublishError(kind, path, String(cString: strerror(code)))
    }
}
