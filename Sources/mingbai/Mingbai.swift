// mingbai: the commands, one file each.
//
// In:  words on the command line.
// Out: results on standard output, findings on standard error, and an exit code: 0 done; 1 the
//      content has errors, nothing written; 2 the environment failed; 64 usage.

import ArgumentParser

@main
struct Mingbai: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mingbai",
        abstract: """
            明白：把办事指南编成公开网站和能印的纸。 Compiles service guides into a public website and \
            sheets to print.
            """,
        version: "0.1.0",
        subcommands: [
            Build.self, Check.self, New.self, Explain.self, Flow.self, LedgerCommand.self,
            Inspect.self, ListCommand.self, PrintCommand.self, Reprint.self, Schema.self,
            TemplateCommand.self,
            Sample.self,
        ])
}

extension ExitCode {
    /// The content has errors; nothing was written.
    static let contentErrors = ExitCode(1)
    /// The disk, a file or a permission failed.
    static let environment = ExitCode(2)
}
