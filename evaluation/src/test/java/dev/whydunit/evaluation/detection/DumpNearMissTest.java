package dev.whydunit.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a goroutine dump shows, and what looks alike and is none.
class DumpNearMissTest {

    private static final String TAKER = """
            goroutine 90 [running]:
            runtime/pprof.writeGoroutineStacks({0x9d7c60, 0xc0002a20e0})
            \t/usr/local/go/src/runtime/pprof/pprof.go:703 +0x6a

            """;

    private static String lockWait(int id, String state, String mutex, String receiver, String... callers) {
        var text = new StringBuilder("goroutine %d [%s, 4 minutes]:\n".formatted(id, state));
        text.append("sync.runtime_SemacquireMutex(0x0?, 0x0?, 0x0?)\n\t/usr/local/go/src/runtime/sema.go:95 +0x25\n");
        text.append("sync.(*Mutex).lockSlow(%s)\n\t/usr/local/go/src/sync/mutex.go:173 +0x15d\n".formatted(mutex));
        text.append("sync.(*Mutex).Lock(...)\n\t/usr/local/go/src/sync/mutex.go:92\n");
        int line = 40;
        for (String caller : callers) {
            text.append("example.com/shop/cart.%s(%s)\n\t/src/shop/cart/cart.go:%d +0x55\n"
                    .formatted(caller, receiver, line));
            line += 20;
        }
        text.append("created by example.com/shop/cart.New in goroutine 1\n\t/src/shop/cart/cart.go:12 +0x8a\n\n");
        return text.toString();
    }

    @Test
    void aLockTakenTwiceByOneGoroutineIsFound() {
        String dump =
                TAKER + lockWait(21, "sync.Mutex.Lock", "0xc00001c0a8", "0xc00001c0a0", "(*Cart).Size", "(*Cart).Add");

        assertThat(Findings.causes(dump)).startsWith("double-lock");
    }

    @Test
    void oneThatIsOnItsWayInIsNone() {
        String dump = (TAKER + lockWait(21, "sync.Mutex.Lock", "0xc00001c0a8", "0xc00001c0a0", "(*Cart).Add"))
                .replace(", 4 minutes", "");

        assertThat(Findings.causes(dump)).doesNotContain("double-lock", "missing-unlock");
    }

    @Test
    void aPathThatTwoShareIsNoDoubleLock() {
        String dump = TAKER
                + lockWait(21, "sync.Mutex.Lock", "0xc00001c0a8", "0xc00001c0a0", "(*Cart).Size", "(*Cart).Add")
                + lockWait(22, "sync.Mutex.Lock", "0xc00001c0a8", "0xc00001c0a0", "(*Cart).Size", "(*Cart).Add");

        assertThat(Findings.of(dump)).doesNotContain("lock-waits-for-itself", "lock-may-wait-for-itself");
    }

    @Test
    void inAPartOfADumpNobodyIsMissing() {
        String part = lockWait(21, "sync.Mutex.Lock", "0xc00001c0a8", "0xc00001c0a0", "(*Cart).Add")
                + lockWait(22, "sync.Mutex.Lock", "0xc00001c0a8", "0xc00001c0a0", "(*Cart).Total");

        assertThat(Findings.of(TAKER + part)).contains("lock-without-holder");
        assertThat(Findings.of(part)).doesNotContain("lock-without-holder");
    }

    @Test
    void locksThatNoWordTellsApartAreNotOne() {
        String dump = (TAKER
                        + lockWait(21, "sync.Mutex.Lock", "0x0?", "0x0?", "(*Cart).Add")
                        + lockWait(22, "sync.Mutex.Lock", "0x0?", "0x0?", "(*Cart).Total"))
                .replace("lockSlow(0x0?)", "lockSlow(...)");

        assertThat(Findings.of(dump)).doesNotContain("lock-without-holder");
    }

    @Test
    void aFinalizerThatWaitsStopsAllOthers() {
        String finalizer = """
                goroutine 5 [chan send, 4 minutes]:
                example.com/shop/cart.(*Cart).release(0xc00001c0a0)
                \t/src/shop/cart/cart.go:81 +0x4f

                """;

        assertThat(Findings.causes(TAKER + finalizer)).startsWith("finalizer-misuse");
    }

    @Test
    void mainAndCallsFromCHaveNoCreatorEither() {
        String main = """
                goroutine 1 [chan receive, 4 minutes]:
                example.com/shop/cart.Wait(0xc00001c0a0)
                \t/src/shop/cart/cart.go:81 +0x4f
                main.main()
                \t/src/shop/main.go:20 +0x4f

                goroutine 17 [select, 4 minutes, locked to thread]:
                example.com/shop/cart.onEvent(0xc00001c0a0)
                \t/src/shop/cart/cart.go:91 +0x4f
                _cgoexp_4f2a_onEvent(0x7ffe)
                \t_cgo_gotypes.go:60 +0x2b

                """;

        assertThat(Findings.of(TAKER + main)).doesNotContain("finalizer-blocked");
    }

    @Test
    void aOnceWithinItselfIsFoundAndOneBehindAnotherIsNone() {
        String once = """
                goroutine 21 [sync.Mutex.Lock, 4 minutes]:
                sync.runtime_SemacquireMutex(0x0?, 0x0?, 0x0?)
                \t/usr/local/go/src/runtime/sema.go:95 +0x25
                sync.(*Mutex).lockSlow(0xc00001c0ac)
                \t/usr/local/go/src/sync/mutex.go:173 +0x15d
                sync.(*Mutex).Lock(...)
                \t/usr/local/go/src/sync/mutex.go:92
                sync.(*Once).doSlow(0xc00001c0a8, 0xc0000a1f58)
                \t/usr/local/go/src/sync/once.go:72 +0x45
                sync.(*Once).Do(...)
                \t/usr/local/go/src/sync/once.go:67
                example.com/shop/cart.(*Cart).Total(0xc00001c0a0)
                \t/src/shop/cart/cart.go:31 +0x25
                """;
        String within = """
                example.com/shop/cart.(*Cart).sum(0xc00001c0a0)
                \t/src/shop/cart/cart.go:38 +0x25
                sync.(*Once).doSlow(0xc00001c0a8, 0xc0000a1f58)
                \t/usr/local/go/src/sync/once.go:76 +0xb4
                sync.(*Once).Do(...)
                \t/usr/local/go/src/sync/once.go:67
                example.com/shop/cart.(*Cart).Total(0xc00001c0a0)
                \t/src/shop/cart/cart.go:31 +0x25
                """;
        String made = "created by example.com/shop/cart.New in goroutine 1\n\t/src/shop/cart/cart.go:12 +0x8a\n";

        assertThat(Findings.causes(TAKER + once + within + made)).startsWith("double-lock");
        assertThat(Findings.of(TAKER + once + made)).doesNotContain("once-waits-for-itself");
    }
}
