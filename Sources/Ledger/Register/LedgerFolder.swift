package import Diagnostics
import Glibc

extension DiagnosticID {
    static let ledgerInWebRoot = DiagnosticID("ledger-in-web-root", .error)
    static let ledgerLeadsOut = DiagnosticID("ledger-leads-out", .error)
    static let ledgerOpenToOthers = DiagnosticID("ledger-open-to-others", .error)
}

/// `<site>/.ledger/`, where everything lies that has names in it: never where a web server could
/// reach it, and readable by its owner only.
package struct LedgerFolder: Sendable, Hashable {
    /// The folder itself, absolute or relative to the working folder.
    package let path: String

    /// - Parameter site: The folder that holds `Content/`.
    package init(site: String) {
        path = site.isEmpty || site == "." ? ".ledger" : site + "/.ledger"
    }

    package var register: String { path + "/register.sqlite" }
    package var facts: String { path + "/facts.sqlite" }
    /// Rows that were not taken, to be mended and imported again.
    package var refused: String { path + "/refused" }

    /// How findings name a file of this folder.
    package static func shown(_ name: String) -> SourceSpan {
        SourceSpan(file: ".ledger/" + name)
    }

    /// Makes the folder (0700) when it is not there.
    ///
    /// - Throws: `LedgerFileFailure`.
    package func make() throws { try makePrivateFolder(path) }

    /// What is wrong with where a file of this folder lies and with who may read it; nothing when
    /// all is well or nothing is there yet.
    package func faults(of name: String) -> [Diagnostic] {
        let shown = LedgerFolder.shown(name)
        if let root = webRoot { return [Diagnostic(.ledgerInWebRoot, at: shown, ["folder": root])] }
        let file = path + "/" + name
        if leadsOut(path) || leadsOut(file) { return [Diagnostic(.ledgerLeadsOut, at: shown)] }
        for (part, wanted) in [(path, "700"), (file, "600")] where isOpenToOthers(part) {
            return [Diagnostic(.ledgerOpenToOthers, at: shown, ["mode": wanted, "path": part])]
        }
        return []
    }

    /// The folder above, if any, that a web server looks as if it served.
    private var webRoot: String? {
        var folder = realPath(of: path) ?? realPath(of: parent(of: path)) ?? path
        while true {
            let name = folder.split(separator: "/").last.map(String.init) ?? ""
            let isNamedSo =
                name == "Site"
                || ["public_html", "www", "htdocs", "wwwroot"].contains(name.lowercased())
            if isNamedSo || access(folder + "/index.html", F_OK) == 0 { return folder }
            guard folder.count > 1 else { return nil }
            folder = parent(of: folder)
        }
    }

    /// Whether a link leads from the site folder to somewhere else.
    private func leadsOut(_ file: String) -> Bool {
        guard let real = realPath(of: file), let site = realPath(of: parent(of: path)) else {
            return false
        }
        return real != site && !real.hasPrefix(site == "/" ? "/" : site + "/")
    }
}

/// That a file of the ledger could not be read or written, with the system's error number.
package struct LedgerFileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package let path: String
    package let errno: Int32

    package var description: String { "\(path): \(String(cString: strerror(errno)))" }

    package init(path: String, errno: Int32) {
        self.path = path
        self.errno = errno
    }
}

/// Makes a folder that only its owner may look into, and the folders above it as usual.
func makePrivateFolder(_ path: String) throws {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    throw LedgerFileFailure(path: path, errno: errno)
}

/// Makes an empty file that only its owner may read, unless it is there already.
func makePrivateFile(_ path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw LedgerFileFailure(path: path, errno: errno) }
    close(file)
}

private func isOpenToOthers(_ path: String) -> Bool {
    var state = stat()
    return stat(path, &state) == 0 && state.st_mode & 0o077 != 0
}

private func realPath(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
