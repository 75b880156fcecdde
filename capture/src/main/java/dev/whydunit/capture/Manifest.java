package dev.whydunit.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// `manifest.json` of a capture, schema `whydunit/capture/1`: what came when, and what was refused.
///
/// @param target  what was asked, without credentials
/// @param host    host and port: one capture is of one process
/// @param command the program and the names of its flags; empty where it is not offered
/// @param taken   what came
/// @param refused what did not
public record Manifest(String target, String host, String command, List<Taken> taken, List<Refused> refused) {
    /// The name of its file.
    public static final String FILE = "manifest.json";

    public Manifest {
        taken = List.copyOf(taken);
        refused = List.copyOf(refused);
    }

    /// @param at when it was asked for
    public record Taken(String file, Instant at, int status, long bytes) {}

    public record Refused(String what, String why) {}

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), json());
    }

    String json() {
        var files = taken.stream()
                .sorted(Comparator.comparing(Taken::file))
                .map(one -> String.format(
                        Locale.ROOT,
                        "    %s: {\"at\": %s, \"status\": %d, \"bytes\": %d}",
                        quoted(one.file()),
                        quoted(one.at().toString()),
                        one.status(),
                        one.bytes()))
                .collect(Collectors.joining(",\n"));
        var reasons = refused.stream()
                .map(one -> "    {\"what\": " + quoted(one.what()) + ", \"why\": " + quoted(one.why()) + "}")
                .collect(Collectors.joining(",\n"));
        return "{\n  \"schema\": \"whydunit/capture/1\",\n  \"target\": " + quoted(target) + ",\n  \"host\": "
                + quoted(host) + ",\n  \"command\": " + quoted(command) + ",\n  \"files\": {\n" + files
                + "\n  },\n  \"refused\": [\n" + reasons + "\n  ]\n}\n";
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
