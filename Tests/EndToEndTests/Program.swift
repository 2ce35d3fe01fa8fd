import Foundation
import Testing

/// A process that has ended: what it said and how it went.
struct Run: Sendable {
    let words: [String]
    /// The exit code, or minus the signal that ended it.
    let code: Int32
    let output: Data
    let errors: Data

    var outputText: String { String(decoding: output, as: UTF8.self) }
    var errorText: String { String(decoding: errors, as: UTF8.self) }

    @discardableResult
    func expectCode(
        _ expected: Int32, _ sourceLocation: SourceLocation = #_sourceLocation
    ) -> Run {
        #expect(
            code == expected, "\(words.joined(separator: " "))\n\(outputText)\n\(errorText)",
            sourceLocation: sourceLocation)
        return self
    }
}

/// Something in the test's own machinery or on this machine that must not be passed over.
struct Trouble: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A process that may still be running.
struct Started: Sendable {
    fileprivate let id: pid_t
    fileprivate let words: [String]
    fileprivate let folder: String

    func kill() { _ = Foundation.kill(id, SIGKILL) }

    /// Waits for its end.
    func finish() throws -> Run {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            guard errno == EINTR else { throw Trouble("waitpid: \(errno)") }
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let signal = status & 0x7F
        return Run(
            words: words, code: signal == 0 ? (status >> 8) & 0xFF : -signal,
            output: FileManager.default.contents(atPath: folder + "/out") ?? Data(),
            errors: FileManager.default.contents(atPath: folder + "/err") ?? Data())
    }
}

/// The program under test, as a clerk starts it.
enum Program {
    /// Beside the tests in the products folder, or where the environment variable MINGBAI says.
    static let path: String = {
        if let given = ProcessInfo.processInfo.environment["MINGBAI"] { return given }
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        let folder = ((tests ?? CommandLine.arguments[0]) as NSString).deletingLastPathComponent
        return folder + "/mingbai"
    }()

    /// Nothing of the tester's own surroundings reaches the program.
    static let environment = [
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/nonexistent", "LANG": "zh_CN.UTF-8",
    ]

    /// Runs the program and waits.
    static func run(
        _ words: [String], in folder: String = "/", environment: [String: String] = [:]
    ) throws -> Run {
        try start([path] + words, in: folder, environment: environment).finish()
    }

    /// Starts any program, found along PATH, with an empty standard input.
    static func start(
        _ words: [String], in folder: String = "/", environment changes: [String: String] = [:]
    ) throws -> Started {
        let outputs = try temporaryFolder()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let creating = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputs + "/out", creating, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, outputs + "/err", creating, 0o644)
        let merged = environment.merging(changes) { _, new in new }
        // `env` becomes the program itself, so the process is the one that was asked for.
        let arguments = (["env", "-C", folder] + words).map { strdup($0) } + [nil]
        let variables = merged.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
        defer { (arguments + variables).forEach { free($0) } }
        var id = pid_t()
        let failure = posix_spawnp(&id, "env", &actions, nil, arguments, variables + [nil])
        guard failure == 0 else {
            throw Trouble("cannot start \(words[0]): \(String(cString: strerror(failure)))")
        }
        return Started(id: id, words: words, folder: outputs)
    }

    static func temporaryFolder() throws -> String {
        var template = Array("\(NSTemporaryDirectory())/mingbai-e2e-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Trouble("mkdtemp: \(errno)") }
        let path = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        chmod(path, 0o755)
        return path
    }

    /// A tool of the machine that a test cannot do without.
    static func need(_ tool: String, of package: String) throws {
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        let isThere = folders.contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)")
        }
        guard isThere else {
            throw Trouble("\(tool) is not on this machine: apt-get install \(package)")
        }
    }
}
