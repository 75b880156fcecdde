package dev.whydunit.app.command;

import dev.whydunit.app.terminal.ColorChoice;
import dev.whydunit.app.terminal.Terminal;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command has, and what the run is connected to.
final class GlobalOptions {
    private final Terminal terminal;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Colours: ${COMPLETION-CANDIDATES}; auto is on a terminal without NO_COLOR.")
    private ColorChoice color = ColorChoice.AUTO;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "With an error, print its stack trace too.")
    private boolean debug;

    GlobalOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean colors() {
        return terminal.colors(color);
    }

    boolean debug() {
        return debug;
    }
}
