package dev.whydunit.formats.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.Crash.Kind;
import dev.whydunit.evidence.crash.Crash.PanicValue;
import dev.whydunit.evidence.crash.ProcessEnd;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineDump.Form;
import dev.whydunit.formats.goroutine.GoroutineDumpFormat;
import dev.whydunit.formats.text.TextReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashFormatTest {

    private static final String STACK = """
            goroutine 7 [running]:
            main.(*Cart).Add(0x0?)
            \t/src/cart.go:31 +0x1d
            created by main.main in goroutine 1
            \t/src/main.go:9 +0x5d
            """;

    private static final String LOGGED_STACK = """
            goroutine 7 [running]:
            runtime/debug.Stack()
            \t/usr/local/go/src/runtime/debug/stack.go:26 +0x5e
            main.Recover.func1()
            \t/src/recover.go:8 +0x2
            panic({0x1, 0x2})
            \t/usr/local/go/src/runtime/panic.go:770 +0x1
            main.(*Cart).Add(0x0?)
            \t/src/cart.go:31 +0x1d
            created by net/http.(*Server).Serve in goroutine 1
            \t/usr/local/go/src/net/http/server.go:9 +0x5d
            """;

    private static TextReading read(String text) {
        return TextReading.of(text, new GoroutineDumpFormat(), new CrashFormat(), new ProcessEndFormat());
    }

    private static Crash crash(String text) {
        return read(text).only(Crash.class);
    }

    private static List<String> texts(Crash crash) {
        return crash.panics().stream().map(PanicValue::text).toList();
    }

    @Test
    void panicWithItsGoroutinesIsRead() {
        var reading = read("panic: boom\n\n" + STACK + "exit status 2\n");
        var crash = reading.only(Crash.class);
        assertThat(crash.kind()).isEqualTo(Kind.PANIC);
        assertThat(crash.message()).isEqualTo("boom");
        assertThat(crash.goroutine()).isEqualTo(OptionalLong.of(7));
        assertThat(crash.stack().orElseThrow().calls("main.(*Cart).Add")).isTrue();
        assertThat(crash.whole()).isTrue();
        var dump = reading.only(GoroutineDump.class);
        assertThat(dump.form()).isEqualTo(Form.PANIC);
        assertThat(dump.detail().allGoroutines()).isFalse();
        assertThat(reading.only(ProcessEnd.class).detail()).contains("2");
    }

    @Test
    void chainKeepsOrderAndMarks() {
        var crash = crash(
                "panic: first [recovered]\n\tpanic: second\n\tof two lines\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x10 pc=0x48f5a6]\n\n"
                        + STACK);
        assertThat(texts(crash)).containsExactly("first", "second\nof two lines");
        assertThat(crash.panics().getFirst().recovered()).isTrue();
        assertThat(crash.panics().getLast().recovered()).isFalse();
        var signal = crash.signal().orElseThrow();
        assertThat(signal.name()).isEqualTo("SIGSEGV");
        assertThat(signal.address()).isEqualTo(OptionalLong.of(0x10));
        assertThat(signal.pc()).isEqualTo(OptionalLong.of(0x48f5a6));
    }

    @Test
    void valueRaisedAgainSaysSo() {
        var crash = crash("panic: first [recovered, repanicked]\n\n" + STACK);
        assertThat(crash.panics().getFirst().repanicked()).isTrue();
        assertThat(crash.message()).isEqualTo("first");
    }

    @Test
    void valueOfOldReleasesGoesOnAtTheMargin() {
        assertThat(texts(crash("panic: first\nsecond line\n\nthird line\n\n" + STACK)))
                .containsExactly("first\nsecond line\n\nthird line");
    }

    @Test
    void oldSignalNumberHasItsName() {
        assertThat(crash("panic: x\n[signal 0xb code=0x1 addr=0x0 pc=0x401000]\n\n" + STACK)
                        .signal()
                        .orElseThrow()
                        .name())
                .isEqualTo("SIGSEGV");
    }

    @Test
    void fatalErrorKeepsItsPrelude() {
        var crash = crash("""
                runtime: goroutine stack exceeds 1000000000-byte limit
                runtime: sp=0xc0200e0388 stack=[0xc0200e0000, 0xc0400e0000]
                fatal error: stack overflow

                runtime stack:
                runtime.throw({0x6ed28b?, 0x41f101?})
                \t/usr/local/go/src/runtime/panic.go:1243 +0x48

                """ + STACK);
        assertThat(crash.kind()).isEqualTo(Kind.FATAL_ERROR);
        assertThat(crash.message()).isEqualTo("stack overflow");
        assertThat(crash.prelude()).hasSize(2).first().asString().contains("1000000000-byte limit");
        assertThat(crash.goroutine()).isEqualTo(OptionalLong.of(7));
    }

    @Test
    void faultInCHasTheGoroutineThatCalledIt() {
        var crash = crash("""
                SIGSEGV: segmentation violation
                PC=0x7f3a12 m=0 sigcode=1 addr=0x18
                signal arrived during cgo execution

                goroutine 1 gp=0xc000002380 m=0 mp=0x5a0a00 [syscall]:
                runtime.cgocall(0x4a1b20, 0xc000049e48)
                \t/usr/local/go/src/runtime/cgocall.go:157 +0x4b
                main._Cfunc_read()
                \t_cgo_gotypes.go:45 +0x49
                main.main()
                \t/src/main.go:9 +0x1

                rax    0x0
                rip    0x7f3a12
                """);
        assertThat(crash.kind()).isEqualTo(Kind.SIGNAL);
        assertThat(crash.message()).isEqualTo("SIGSEGV: segmentation violation");
        assertThat(crash.signal().orElseThrow().duringCgo()).isTrue();
        assertThat(crash.signal().orElseThrow().code()).isEqualTo(OptionalLong.of(1));
        assertThat(crash.stack().orElseThrow().calls("main._Cfunc_read")).isTrue();
        assertThat(crash.whole()).isTrue();
    }

    @Test
    void panicThatTheServerRecoveredIsNoEnd() {
        var reading = read("2026/01/02 10:00:00 http: panic serving 10.0.0.1:51234: boom\n" + LOGGED_STACK
                + "2026/01/02 10:00:01 GET /\n");
        var crash = reading.only(Crash.class);
        assertThat(crash.kind()).isEqualTo(Kind.RECOVERED_PANIC);
        assertThat(crash.message()).isEqualTo("boom");
        assertThat(crash.stack()).isPresent();
        assertThat(reading.only(GoroutineDump.class).form()).isEqualTo(Form.LOGGED_STACK);
    }

    @Test
    void panicThatTheServerRecoveredNeedsNoStack() {
        var crash = crash(
                "http: panic serving 10.0.0.1:51234: runtime error: index out of range [3] with length 3\nnext line\n");
        assertThat(crash.kind()).isEqualTo(Kind.RECOVERED_PANIC);
        assertThat(crash.message()).isEqualTo("runtime error: index out of range [3] with length 3");
    }

    @Test
    void panicThatAMiddlewareLoggedIsNoEnd() {
        assertThat(crash("2026/01/02 10:00:00 panic recovered: boom\n" + LOGGED_STACK)
                        .message())
                .isEqualTo("boom");
        assertThat(crash("panic: boom\n" + LOGGED_STACK).kind()).isEqualTo(Kind.RECOVERED_PANIC);
    }

    @Test
    void wordPanicInALogIsNoCrash() {
        assertThat(read("2026/01/02 10:00:00 do not panic: all is well\nnext\n").evidence())
                .isEmpty();
        assertThat(read("panicking is not done here\nruntime: nothing\nSIGNIFICANT: yes\n")
                        .evidence())
                .isEmpty();
    }

    @Test
    void wordsOfACrashWithoutAStackInALogThatGoesOnAreNone() {
        String log = "2026/01/02 10:00:01 GET /\n".repeat(30);
        assertThat(read("panic: said the log\n" + log).evidence()).isEmpty();
        assertThat(read("fatal error: cannot open the settings\n" + log).evidence())
                .isEmpty();
        assertThat(crash("panic: boom\nexit status 2\n").kind()).isEqualTo(Kind.PANIC);
        assertThat(crash("fatal error: fault\n").whole()).isFalse();
    }

    @Test
    void linesBeforeTheErrorAboutASignalHandlerAreItsPrelude() {
        var crash = crash(
                "signal 11 received but handler not on signal stack\nfatal error: non-Go code set up signal handler without SA_ONSTACK flag\n\n"
                        + STACK);
        assertThat(crash.prelude()).containsExactly("signal 11 received but handler not on signal stack");
    }

    @Test
    void fatalErrorOverAPanicKeepsBoth() {
        var crash = crash("""
                panic: runtime.errorString("invalid memory address or nil pointer dereference")
                \tfatal error: sync: unlock of unlocked mutex
                [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x665c44]

                """ + STACK);
        assertThat(crash.kind()).isEqualTo(Kind.FATAL_ERROR);
        assertThat(crash.message()).isEqualTo("sync: unlock of unlocked mutex");
        assertThat(texts(crash)).containsExactly("runtime error: invalid memory address or nil pointer dereference");
        assertThat(crash.signal()).isPresent();
    }

    @Test
    void errorOfTheSystemHasTheSystemsStack() {
        var crash = crash("""
                runtime: program exceeds 10000-thread limit
                fatal error: thread exhaustion

                runtime stack:
                runtime.checkmcount()
                \t/usr/local/go/src/runtime/proc.go:990 +0x8e

                goroutine 1 [select]:
                main.main()
                \t/src/main.go:9 +0x1
                """);
        assertThat(crash.goroutine()).isEmpty();
        assertThat(crash.stack().orElseThrow().calls("runtime.checkmcount")).isTrue();
    }

    @Test
    void testThatTimedOutNamesWhatRan() {
        var reading = read("panic: test timed out after 2s\n\trunning tests:\n\t\tTestCart (2s)\n\n" + STACK
                + "FAIL\texample.com/shop\t2.1s\n");
        assertThat(reading.only(Crash.class).message()).startsWith("test timed out after 2s");
        var end = reading.only(ProcessEnd.class);
        assertThat(end.kind()).isEqualTo(ProcessEnd.Kind.TEST_TIMEOUT);
        assertThat(end.detail()).contains("TestCart (2s)");
    }

    @Test
    void linesThatTellOfTheEndAreRead() {
        assertThat(read("signal: killed\n    --- FAIL: TestCart/empty (0.00s)\nexit status 1\n")
                        .all(ProcessEnd.class))
                .extracting(ProcessEnd::kind)
                .containsExactly(ProcessEnd.Kind.SIGNALLED, ProcessEnd.Kind.TEST_FAILED, ProcessEnd.Kind.EXIT_STATUS);
    }

    @Test
    void processThatStartsAgainCrashesAgain() {
        String crash = "panic: boom\n\n" + STACK + "exit status 2\n2026/01/02 10:00:00 starting\n";
        assertThat(read(crash + crash).all(Crash.class)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "go1.11.13",
                "go1.13.15",
                "go1.17.13",
                "go1.19.13",
                "go1.21.13",
                "go1.23.5",
                "go1.26.8",
                "go1.27.0"
            })
    void crashesOfEveryReleaseAreRead(String release) throws IOException {
        var nil = recorded(release + "-nil").only(Crash.class);
        assertThat(texts(nil))
                .containsExactly("assignment to entry in nil map", "second\nline assignment to entry in nil map");
        assertThat(nil.panics().getFirst().recovered()).isTrue();
        var map = recorded(release + "-map").only(Crash.class);
        assertThat(map.kind()).isEqualTo(Kind.FATAL_ERROR);
        assertThat(map.message()).isEqualTo("concurrent map writes");
        assertThat(map.stack().orElseThrow().calls("main.main.func7")).isTrue();
        var overflow = recorded(release + "-stack").only(Crash.class);
        assertThat(overflow.message()).isEqualTo("stack overflow");
        assertThat(overflow.prelude()).isNotEmpty();
        assertThat(overflow.stack().orElseThrow().elided()).isTrue();
        assertThat(overflow.stack().orElseThrow().frames().getFirst().function().canonical())
                .isEqualTo("main.main.func8");
        var quit = recorded(release + "-quit-crash").only(Crash.class);
        assertThat(quit.kind()).isEqualTo(Kind.SIGNAL);
        assertThat(quit.signal().orElseThrow().name()).isEqualTo("SIGQUIT");
    }

    private static TextReading recorded(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/fixtures/goroutine/shop", name + ".txt"));
        return TextReading.of(bytes, new GoroutineDumpFormat(), new CrashFormat(), new ProcessEndFormat());
    }
}
