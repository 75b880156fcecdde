package dev.whydunit.app.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a run of the program is connected to: results go to `out`, progress and errors to `err`.
///
/// @param outIsTerminal whether a person reads `out`; colours depend on it
/// @param errIsTerminal whether a person reads `err`; progress depends on it
/// @param environment the environment variables
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment) {
    /// Set by the launcher, which can ask for each stream by itself: `out`, `err`, `out,err` or nothing.
    private static final String TERMINALS_PROPERTY = "whydunit.terminals";

    private static final int BUFFER_BYTES = 1 << 16;

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /// The streams of this process.
    public static Terminal ofProcess() {
        var terminals = System.getProperty(TERMINALS_PROPERTY, "");
        return new Terminal(
                System.in,
                stream(FileDescriptor.out, false),
                stream(FileDescriptor.err, true),
                terminals.contains("out"),
                terminals.contains("err"),
                System.getenv());
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
        var buffered = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES);
        return new PrintStream(buffered, autoFlush, StandardCharsets.UTF_8);
    }

    /// Whether results on `out` are coloured, under the conventions of `NO_COLOR` (any value but the empty one)
    /// and `TERM=dumb`.
    public boolean colors(ColorChoice choice) {
        return switch (choice) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                outIsTerminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        };
    }

    public void flush() {
        out.flush();
        err.flush();
    }
}
