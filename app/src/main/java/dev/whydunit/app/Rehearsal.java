package dev.whydunit.app;

import dev.whydunit.app.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Runs the usual commands once with their output thrown away, so that the JVM can write the classes and the
/// profile of such a run into its AOT cache.
final class Rehearsal {
    private static final List<List<String>> COMMAND_LINES = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("completion", "bash"),
            List.of("unknown-command"),
            List.of("diagnose", "-"),
            List.of("diagnose", "--format", "json", "-"));

    private static final String CRASH = """
            panic: runtime error: invalid memory address or nil pointer dereference
            [signal SIGSEGV: segmentation violation code=0x1 addr=0x8 pc=0x47d2a5]

            goroutine 18 [running]:
            example.com/shop/cart.(*Cart).Total(0x0)
            \t/src/shop/cart/cart.go:31 +0x25
            main.main()
            \t/src/shop/main.go:22 +0x1d

            goroutine 20 [chan receive, 5 minutes]:
            example.com/shop/cart.(*Cart).watch(0xc000012345)
            \t/src/shop/cart/watch.go:14 +0x31
            created by example.com/shop/cart.New in goroutine 1
            \t/src/shop/cart/cart.go:12 +0x8a
            exit status 2
            """;

    private Rehearsal() {}

    public static void main(String[] arguments) {
        Terminal.ofProcess().flush();
        for (var commandLine : COMMAND_LINES) {
            Main.run(deafTerminal(), commandLine.toArray(String[]::new));
        }
    }

    private static Terminal deafTerminal() {
        var crash = new ByteArrayInputStream(CRASH.getBytes(StandardCharsets.UTF_8));
        var sink = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(crash, sink, sink, false, false, Map.of());
    }
}
