package dev.whydunit.app.command;

import dev.whydunit.app.terminal.ColorChoice;
import dev.whydunit.app.terminal.ExitCode;
import dev.whydunit.app.terminal.Terminal;
import dev.whydunit.app.terminal.UserError;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The whole command line: its commands, and what an error of each family becomes.
public final class Program {
    /// Wide enough for the longest example, narrow enough for half a screen.
    private static final int USAGE_WIDTH = 100;

    private static final OptionSpec VERSION = OptionSpec.builder("--version")
            .versionHelp(true)
            .description("Show the version.")
            .build();
    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .scopeType(ScopeType.INHERIT)
            .description("Show this help.")
            .build();

    private final Terminal terminal;
    private final GlobalOptions options;
    private final CommandLine line;

    public Program(Terminal terminal, String version) {
        this.terminal = terminal;
        this.options = new GlobalOptions(terminal);
        this.line = new CommandLine(new WhydunitCommand());
        line.addMixin("globalOptions", options);
        line.getCommandSpec().version("whydunit " + version).addOption(VERSION).addOption(HELP);
        line.addSubcommand(new CompletionCommand(options));
        line.addSubcommand(new TopCommand(options));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(USAGE_WIDTH);
        line.registerConverter(Duration.class, new DurationConverter());
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setExecutionStrategy(this::execute);
        line.setParameterExceptionHandler(this::wrongUsage);
        line.setExecutionExceptionHandler((error, _, _) -> failed(error));
    }

    /// Runs one command line and returns the exit status of the process.
    public int run(String... arguments) {
        line.setColorScheme(Help.defaultColorScheme(ansi(arguments)));
        return line.execute(arguments);
    }

    /// The tree of commands, for what is generated from it.
    public CommandLine commandLine() {
        return line;
    }

    private int execute(ParseResult parsed) {
        var helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int wrongUsage(ParameterException error, String[] arguments) {
        return report(
                ExitCode.WRONG_USAGE,
                UsageErrors.line(error),
                error,
                Arrays.asList(arguments).contains("--debug"));
    }

    private int failed(Exception error) {
        if (error instanceof UserError mistake) {
            return report(mistake.exitCode(), String.valueOf(mistake.getMessage()), mistake, options.debug());
        }
        var message = "internal error: " + error + (options.debug() ? "" : ": run it again with --debug for the trace");
        return report(ExitCode.INTERNAL_ERROR, message, error, options.debug());
    }

    private int report(ExitCode code, String message, Exception error, boolean debug) {
        terminal.out().flush();
        terminal.err().println("whydunit: " + message);
        if (debug) {
            error.printStackTrace(terminal.err());
        }
        return code.status();
    }

    /// The colours of a help text or an error are needed before the options are parsed.
    private Help.Ansi ansi(String[] arguments) {
        var given = Arrays.asList(arguments);
        var choice = ColorChoice.AUTO;
        for (var candidate : ColorChoice.values()) {
            int separate = given.indexOf("--color");
            boolean next = separate >= 0
                    && separate + 1 < given.size()
                    && given.get(separate + 1).equalsIgnoreCase(candidate.toString());
            if (next || given.contains("--color=" + candidate)) {
                choice = candidate;
            }
        }
        return terminal.colors(choice) ? Help.Ansi.ON : Help.Ansi.OFF;
    }
}
