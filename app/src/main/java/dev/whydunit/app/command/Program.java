package dev.whydunit.app.command;

import dev.whydunit.app.terminal.ExitCode;
import dev.whydunit.app.terminal.Terminal;
import dev.whydunit.app.terminal.UserError;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The whole command line: its commands, and what an error of each family becomes.
public final class Program {
    /// Wide enough for the longest example, narrow enough for half a screen.
    private static final int USAGE_WIDTH = 100;

    private static final List<Subcommand> SUBCOMMANDS = List.of(
            new DiagnoseCommand(),
            new CaptureCommand(),
            new ExplainCommand(),
            new EvalCommand(),
            new TopCommand(),
            new CompletionCommand());

    private final Terminal terminal;
    private final String version;

    public Program(Terminal terminal, String version) {
        this.terminal = terminal;
        this.version = version;
    }

    /// Runs one command line and returns the exit status of the process.
    public int run(String... arguments) {
        var options = GlobalOptions.of(arguments);
        var session = new Session(terminal, options.colors(terminal), options.debug(), version);
        Map<String, Subcommand> commands = new LinkedHashMap<>();
        var line = commandLine(commands);
        line.setColorScheme(Help.defaultColorScheme(session.colors() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setExecutionStrategy(parsed -> executeSafely(parsed, commands, session));
        line.setParameterExceptionHandler((error, _) -> wrongUsage(error, session));
        return line.execute(arguments);
    }

    /// The tree of commands, for what is generated from it.
    public CommandLine commandLine() {
        return commandLine(new LinkedHashMap<>());
    }

    private CommandLine commandLine(Map<String, Subcommand> commands) {
        var program = program();
        for (var subcommand : SUBCOMMANDS) {
            var spec = subcommand.spec();
            spec.usageMessage().sortOptions(false).footerHeading("%nExamples:%n");
            program.addSubcommand(spec.name(), spec);
            commands.put(spec.name(), subcommand);
        }
        var line = new CommandLine(program);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(USAGE_WIDTH);
        line.registerConverter(Duration.class, new DurationConverter());
        return line;
    }

    private CommandSpec program() {
        var spec = CommandSpec.create().name("whydunit").version("whydunit " + version);
        spec.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        GlobalOptions.describe(spec);
        Map<String, String> exitCodes = new LinkedHashMap<>();
        for (var code : ExitCode.values()) {
            exitCodes.put(Integer.toString(code.status()), code.meaning());
        }
        spec.usageMessage()
                .header("Tells why a Go service broke, from the evidence that it left.")
                .synopsisSubcommandLabel("COMMAND")
                .sortOptions(false)
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes)
                .footerHeading("%nExamples:%n")
                .footer(
                        "  whydunit diagnose ~/incident",
                        "  kubectl logs --previous web-7d4b | whydunit diagnose -",
                        "  whydunit explain double-lock");
        return spec;
    }

    private int executeSafely(ParseResult parsed, Map<String, Subcommand> commands, Session session) {
        try {
            return execute(parsed, commands, session);
        } catch (UserError mistake) {
            return report(mistake.exitCode(), String.valueOf(mistake.getMessage()), mistake, session);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError bug) {
            var hint = session.debug() ? "" : ": run it again with --debug for the trace";
            return report(ExitCode.INTERNAL_ERROR, "internal error: " + bug + hint, bug, session);
        }
    }

    private static int execute(ParseResult parsed, Map<String, Subcommand> commands, Session session) {
        var helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (!parsed.hasSubcommand()) {
            throw UserError.wrongUsage(
                    "no command given: for example 'whydunit diagnose PATH', or 'whydunit --help' for all of them");
        }
        var arguments = parsed.subcommand();
        var subcommand = commands.get(arguments.commandSpec().name());
        if (subcommand == null) {
            throw new IllegalStateException(
                    "no command " + arguments.commandSpec().name());
        }
        return subcommand.run(arguments, session).status();
    }

    private int wrongUsage(ParameterException error, Session session) {
        return report(ExitCode.WRONG_USAGE, UsageErrors.line(error), error, session);
    }

    private int report(ExitCode code, String message, Throwable error, Session session) {
        terminal.out().flush();
        terminal.err().println("whydunit: " + message);
        if (session.debug()) {
            error.printStackTrace(terminal.err());
        }
        return code.status();
    }
}
