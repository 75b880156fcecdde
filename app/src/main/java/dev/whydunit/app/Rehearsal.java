package dev.whydunit.app;

import dev.whydunit.app.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Runs the usual commands once with their output thrown away, so that the JVM can write the classes and the
/// profile of such a run into its AOT cache.
final class Rehearsal {
    private static final List<List<String>> COMMAND_LINES =
            List.of(List.of("--version"), List.of("--help"), List.of("completion", "bash"), List.of("unknown-command"));

    private Rehearsal() {}

    public static void main(String[] arguments) {
        Terminal.ofProcess().flush();
        for (var commandLine : COMMAND_LINES) {
            Main.run(deafTerminal(), commandLine.toArray(String[]::new));
        }
    }

    private static Terminal deafTerminal() {
        var sink = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(InputStream.nullInputStream(), sink, sink, false, false, Map.of());
    }
}
