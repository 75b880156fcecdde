package dev.whydunit.app.command;

import dev.whydunit.app.terminal.ColorChoice;
import dev.whydunit.app.terminal.Terminal;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/// The options that every command has. They hold before the command line is parsed too, since its errors and its help
/// obey them.
///
/// @param color what `--color` says
/// @param debug whether `--debug` is given
record GlobalOptions(ColorChoice color, boolean debug) {
    private static final String COLOR = "--color";
    private static final String DEBUG = "--debug";

    static GlobalOptions of(String[] arguments) {
        var given = Arrays.asList(arguments);
        return new GlobalOptions(color(given), given.contains(DEBUG));
    }

    private static ColorChoice color(List<String> given) {
        int separate = given.indexOf(COLOR);
        for (var choice : ColorChoice.values()) {
            boolean next = separate >= 0
                    && separate + 1 < given.size()
                    && given.get(separate + 1).equalsIgnoreCase(choice.toString());
            if (next || given.contains(COLOR + "=" + choice)) {
                return choice;
            }
        }
        return ColorChoice.AUTO;
    }

    /// Adds them to the program and to all of its commands.
    static void describe(CommandSpec program) {
        program.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Show this help.")
                .build());
        program.addOption(OptionSpec.builder(COLOR)
                .paramLabel("WHEN")
                .type(ColorChoice.class)
                .scopeType(ScopeType.INHERIT)
                .description("Colours: ${COMPLETION-CANDIDATES}; auto is on a terminal without NO_COLOR.")
                .build());
        program.addOption(OptionSpec.builder(DEBUG)
                .type(boolean.class)
                .scopeType(ScopeType.INHERIT)
                .description("With an error, print its stack trace too.")
                .build());
    }

    boolean colors(Terminal terminal) {
        return terminal.colors(color);
    }
}
