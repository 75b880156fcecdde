package dev.whydunit.app.command;

import dev.whydunit.app.terminal.Terminal;
import dev.whydunit.app.terminal.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// Where a command's result goes: `-o FILE`, or standard output.
final class ResultOption {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the result to this file; - is standard output.")
    private Optional<String> file = Optional.empty();

    boolean isFile() {
        return file.isPresent() && !file.get().equals(STANDARD_OUTPUT);
    }

    void write(Terminal terminal, Consumer<PrintStream> result) {
        if (!isFile()) {
            result.accept(terminal.out());
            return;
        }
        var path = Path.of(file.orElseThrow());
        try (var stream =
                new PrintStream(new BufferedOutputStream(Files.newOutputStream(path)), false, StandardCharsets.UTF_8)) {
            result.accept(stream);
            if (stream.checkError()) {
                throw new IOException("writing stopped half-way: is the disk full?");
            }
        } catch (IOException e) {
            throw UserError.wrongUsage("cannot write " + path + " (" + e.getMessage() + "): give -o another place");
        }
    }
}
