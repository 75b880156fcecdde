package dev.whydunit.app.command;

import dev.whydunit.app.terminal.Terminal;
import dev.whydunit.app.terminal.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `-o FILE`: where a command's result goes, in place of standard output.
final class ResultOption {
    private static final String NAME = "--output";
    private static final String STANDARD_OUTPUT = "-";

    private ResultOption() {}

    static OptionSpec describe() {
        return OptionSpec.builder("-o", NAME)
                .paramLabel("FILE")
                .type(String.class)
                .description("Write the result to this file; - is standard output.")
                .build();
    }

    static boolean isFile(ParseResult arguments) {
        return !arguments.matchedOptionValue(NAME, STANDARD_OUTPUT).equals(STANDARD_OUTPUT);
    }

    static void write(ParseResult arguments, Terminal terminal, Consumer<PrintStream> result) {
        if (isFile(arguments)) {
            writeFile(Path.of(arguments.matchedOptionValue(NAME, STANDARD_OUTPUT)), result);
        } else {
            result.accept(terminal.out());
        }
    }

    private static void writeFile(Path path, Consumer<PrintStream> result) {
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
