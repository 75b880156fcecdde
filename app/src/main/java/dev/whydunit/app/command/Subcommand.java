package dev.whydunit.app.command;

import dev.whydunit.app.terminal.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One command of the program. Its options are described by calls and not by annotations, which would cost each start
/// 50 ms: a proxy class is spun for every annotation, and the AOT cache does not keep those.
interface Subcommand {
    /// Its name, options, parameters and help; always a new one.
    CommandSpec spec();

    /// Runs it on a command line that was parsed by [#spec].
    ExitCode run(ParseResult arguments, Session session);
}
