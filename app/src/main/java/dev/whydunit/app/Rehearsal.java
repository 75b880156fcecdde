package dev.whydunit.app;

import dev.whydunit.app.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Runs the usual commands once with their output thrown away, so that the JVM can write the classes and
/// the profile of such a run into its AOT cache.
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

    private static final String LIVE = """
            gc 1 @0.004s 9%: 0.79+2.8+0.004 ms clock, 1.5+0.26/0/0+0.009 ms cpu, 3->3->2 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P
            gc 2 @40.02s 2%: 0.10+1.4+0.004 ms clock, 0.2+0.01/1/2+0.009 ms cpu, 4->4->3 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P
            heap profile: 2: 1048576 [90: 94371840] @ heap/1048576
            2: 1048576 [90: 94371840] @ 0x6a6d02 0x6a6c31
            #\t0x6a6d01\texample.com/shop/cart.(*Cart).draw+0x41\t/src/shop/cart/cart.go:77

            # runtime.MemStats
            # Sys = 14223624
            # HeapInuse = 3145728
            # StackInuse = 524288

            goroutine 12 [running]:
            runtime/pprof.writeGoroutineStacks({0x9d7c60, 0xc0002a20e0})
            \t/usr/local/go/src/runtime/pprof/pprof.go:703 +0x6a

            goroutine 21 [sync.Mutex.Lock, 3 minutes]:
            sync.runtime_SemacquireMutex(0x0?, 0x0?, 0x0?)
            \t/usr/local/go/src/runtime/sema.go:95 +0x25
            sync.(*Mutex).lockSlow(0xc00001c0a8)
            \t/usr/local/go/src/sync/mutex.go:173 +0x15d
            sync.(*Mutex).Lock(...)
            \t/usr/local/go/src/sync/mutex.go:92
            example.com/shop/cart.(*Cart).Add(0xc00001c0a0, 0x2)
            \t/src/shop/cart/cart.go:44 +0x55
            created by example.com/shop/cart.New in goroutine 1
            \t/src/shop/cart/cart.go:12 +0x8a

            goroutine 22 [chan send, 3 minutes]:
            example.com/shop/cart.(*Cart).Total(0xc00001c0a0)
            \t/src/shop/cart/cart.go:31 +0x25
            created by example.com/shop/cart.New in goroutine 1
            \t/src/shop/cart/cart.go:12 +0x8a
            """;

    private Rehearsal() {}

    public static void main(String[] arguments) {
        Terminal.ofProcess().flush();
        for (var commandLine : COMMAND_LINES) {
            Main.run(deafTerminal(CRASH), commandLine.toArray(String[]::new));
        }
        Main.run(deafTerminal(LIVE), "diagnose", "-");
    }

    private static Terminal deafTerminal(String evidence) {
        var input = new ByteArrayInputStream(evidence.getBytes(StandardCharsets.UTF_8));
        var sink = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(input, sink, sink, false, false, Map.of());
    }
}
