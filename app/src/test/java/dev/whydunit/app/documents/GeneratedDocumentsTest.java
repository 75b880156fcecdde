package dev.whydunit.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.app.command.Program;
import dev.whydunit.app.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Documents that are made from the code are as the code has them. `./build docs` runs this test so that it writes
/// them.
class GeneratedDocumentsTest {
    private static final boolean WRITE = "write".equals(System.getProperty("whydunit.documents"));
    private static final Path DOCUMENTS = Path.of("..", "docs");

    @Test
    void commandReference() throws IOException {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var terminal = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false, false, Map.of());
        isCurrent("commands.md", CommandReference.page(new Program(terminal, "").commandLine()));
    }

    private static void isCurrent(String name, String expected) throws IOException {
        var file = DOCUMENTS.resolve(name);
        if (WRITE) {
            Files.createDirectories(DOCUMENTS);
            Files.writeString(file, expected);
        }
        assertThat(file).as("out of date: run ./build docs").content().isEqualTo(expected);
    }
}
