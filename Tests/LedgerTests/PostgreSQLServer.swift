#if PostgreSQL
    import Foundation

    /// A real PostgreSQL server in a temporary folder, reached by a socket only; it goes with the
    /// value. Nil where the machine has none.
    final class PostgreSQLServer {
        let folder: URL
        private let binaries: URL
        private let process: Process

        init?() throws {
            guard let binaries = PostgreSQLServer.binaries else { return nil }
            self.binaries = binaries
            folder = FileManager.default.temporaryDirectory
                .appending(path: "mingbai-pg-\(UInt32.random(in: 0...UInt32.max))")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
            // A server does not run as root; another user must own its folder.
            if PostgreSQLServer.isRoot {
                try PostgreSQLServer.run("/bin/chown", ["postgres", folder.path()])
            }
            let data = folder.appending(path: "data").path()
            try PostgreSQLServer.run(
                PostgreSQLServer.asOwner(
                    [
                        binaries.appending(path: "initdb").path(), "-D", data, "-U", "owner",
                        "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C",
                    ]))
            process = Process()
            let command = PostgreSQLServer.asOwner([
                binaries.appending(path: "postgres").path(), "-D", data, "-k", folder.path(),
                "-c", "listen_addresses=", "-c", "fsync=off",
            ])
            process.executableURL = URL(fileURLWithPath: command[0])
            process.arguments = Array(command.dropFirst())
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            for _ in 0..<200 {
                if (try? sql("SELECT 1")) != nil { return }
                Thread.sleep(forTimeInterval: 0.05)
            }
            throw PostgreSQLServer.Failure(words: "the server did not begin")
        }

        deinit {
            // Interrupt: the server closes its connections and ends.
            let stop = PostgreSQLServer.asOwner([
                binaries.appending(path: "pg_ctl").path(), "-D",
                folder.appending(path: "data").path(), "-m", "immediate", "-w", "stop",
            ])
            try? PostgreSQLServer.run(stop)
            process.waitUntilExit()
            try? FileManager.default.removeItem(at: folder)
        }

        struct Failure: Error, CustomStringConvertible {
            let words: String
            var description: String { words }
        }

        func address(_ user: String) -> String {
            let path = folder.path().replacing("/", with: "%2F")
            return "postgresql://\(user)@\(path)/postgres"
        }

        /// Runs SQL, or the commands of psql, as the owner.
        @discardableResult
        func sql(_ text: String, variables: [String] = []) throws -> String {
            try PostgreSQLServer.run(
                "/usr/bin/psql",
                ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
                    + variables.flatMap { ["-v", $0] } + ["-d", address("owner"), "-f", "-"],
                input: text)
        }

        private static let isRoot = getuid() == 0

        private static var binaries: URL? {
            let versions = URL(fileURLWithPath: "/usr/lib/postgresql")
            let found =
                (try? FileManager.default.contentsOfDirectory(atPath: versions.path())) ?? []
            return found.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }
                .map { versions.appending(path: $0).appending(path: "bin") }
                .first { FileManager.default.isExecutableFile(atPath: $0.path() + "/initdb") }
        }

        private static func asOwner(_ command: [String]) -> [String] {
            isRoot ? ["/usr/sbin/runuser", "-u", "postgres", "--"] + command : command
        }

        private static func run(_ command: [String]) throws {
            try run(command[0], Array(command.dropFirst()))
        }

        @discardableResult
        private static func run(
            _ program: String, _ arguments: [String], input: String = ""
        ) throws -> String {
            let process = Process()
            let (entry, output) = (Pipe(), Pipe())
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = arguments
            process.currentDirectoryURL = URL(fileURLWithPath: "/")
            process.standardInput = entry
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let writer = Thread {
                try? entry.fileHandleForWriting.write(contentsOf: Data(input.utf8))
                try? entry.fileHandleForWriting.close()
            }
            writer.start()
            let bytes = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            let words = String(decoding: bytes, as: UTF8.self)
            guard process.terminationStatus == 0 else { throw Failure(words: words) }
            return words
        }
    }
#endif
