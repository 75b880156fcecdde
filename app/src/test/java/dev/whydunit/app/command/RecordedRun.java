package dev.whydunit.app.command;

import dev.whydunit.app.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What one command line answered.
record RecordedRun(int status, String out, String err) {
    static RecordedRun of(String... arguments) {
        return withInput("", arguments);
    }

    static RecordedRun withInput(String input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false,
                false,
                Map.of("TZ", "UTC"));
        int status = new Program(terminal, "1.2.3").run(arguments);
        terminal.flush();
        return new RecordedRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
