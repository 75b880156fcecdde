package dev.whydunit.formats.goroutine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.SourceLine;
import dev.whydunit.evidence.goroutine.Argument;
import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineDump.Form;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import dev.whydunit.evidence.goroutine.WaitReason;
import dev.whydunit.formats.text.TextReading;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GoroutineDumpFormatTest {

    private static TextReading read(String text) {
        return TextReading.of(text, new GoroutineDumpFormat());
    }

    private static GoroutineDump dump(String text) {
        return read(text).only(GoroutineDump.class);
    }

    private static GoroutineGroup onlyGroup(String text) {
        var groups = dump(text).groups();
        assertThat(groups).hasSize(1);
        return groups.getFirst();
    }

    private static List<String> functions(GoroutineGroup group) {
        return group.stack().frames().stream()
                .map(frame -> frame.function().canonical())
                .toList();
    }

    private static final String WAITER = """
            goroutine 7 [chan receive, 12 minutes, locked to thread]:
            example.com/shop.(*Store).wait(0xc000010000?, {0x4b1c20, 0x1, ...}, _, 0x2a)
            \t/src/shop/store.go:41 +0x1d
            example.com/shop.Run(...)
            \t/src/shop/run.go:12
            created by main.main in goroutine 1
            \t/src/main.go:9 +0x5d
            """;

    @Test
    void headerFramesAndCreatorAreRead() {
        var group = onlyGroup(WAITER);
        assertThat(group.reason()).isEqualTo(WaitReason.CHANNEL_RECEIVE);
        assertThat(group.stack().frames())
                .containsExactly(
                        Frame.of("example.com/shop.(*Store).wait", "/src/shop/store.go", 41),
                        new Frame(
                                Frame.of("example.com/shop.Run", "x", 0).function(),
                                java.util.Optional.of(new SourceLine("/src/shop/run.go", 12)),
                                true));
        assertThat(group.stack().createdBy()).contains(Frame.of("main.main", "/src/main.go", 9));
        Goroutine member = group.members().getFirst();
        assertThat(member.id()).isEqualTo(7);
        assertThat(member.parent()).isEqualTo(OptionalLong.of(1));
        assertThat(member.waitMinutes()).isEqualTo(OptionalInt.of(12));
        assertThat(member.lockedToThread()).isTrue();
        assertThat(member.cite().line()).isEqualTo(1);
        assertThat(member.cite().to()).isEqualTo(WAITER.length() - 1);
    }

    @Test
    void argumentsKeepTheirPlaceAndTheirDoubt() {
        assertThat(onlyGroup(WAITER).members().getFirst().arguments())
                .containsExactly(
                        new Argument(0, 0, 0xc000010000L, false),
                        new Argument(0, 1, 0x4b1c20, true),
                        new Argument(0, 2, 1, true),
                        new Argument(0, 5, 0x2a, true));
    }

    @Test
    void zeroOfRegisterArgumentsWithoutMarksIsInDoubt() {
        var arguments = onlyGroup("""
                        goroutine 7 [semacquire]:
                        main.(*Store).Want(0x0, {0x4b1c20, 0x0})
                        \t/src/store.go:41 +0x1d
                        created by main.main
                        \t/src/main.go:9 +0x5d
                        """).members().getFirst().arguments();
        assertThat(arguments).extracting(Argument::certain).containsExactly(false, true, false);
    }

    @Test
    void goroutinesOfOneStackAndStateAreAGroup() {
        var text = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            text.append("goroutine ")
                    .append(i)
                    .append(" [select, ")
                    .append(i)
                    .append(" minutes]:\nmain.f(0x")
                    .append(i)
                    .append(")\n\t/src/a.go:1 +0x1\ncreated by main.main\n\t/src/a.go:2 +0x1\n\n");
        }
        var group = onlyGroup(text.toString());
        assertThat(group.count()).isEqualTo(5);
        assertThat(group.members()).extracting(Goroutine::id).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(group.waits().median()).isEqualTo(OptionalInt.of(3));
        assertThat(group.waits().max()).isEqualTo(OptionalInt.of(5));
    }

    @Test
    void groupKeepsTheFirstMembersAndCountsAll() {
        var text = new StringBuilder();
        int goroutines = GoroutineGroup.MEMBERS_KEPT + 10;
        for (int i = 1; i <= goroutines; i++) {
            text.append("goroutine ").append(i).append(" [select]:\nmain.f()\n\t/src/a.go:1 +0x1\n\n");
        }
        var group = onlyGroup(text.toString());
        assertThat(group.count()).isEqualTo(goroutines);
        assertThat(group.members()).hasSize(GoroutineGroup.MEMBERS_KEPT);
        assertThat(group.members().getLast().id()).isEqualTo(GoroutineGroup.MEMBERS_KEPT);
    }

    @Test
    void singleRunningStackIsALoggedOne() {
        assertThat(
                        dump("2026/01/02 10:00:00 recovered\ngoroutine 7 [running]:\nruntime/debug.Stack()\n\t/a.go:1 +0x1\n")
                                .form())
                .isEqualTo(Form.LOGGED_STACK);
    }

    @Test
    void stackBehindALoggersPrefixIsRead() {
        var dump = dump("""
                2026/01/02 10:00:00 goroutine 7 [running]:
                runtime/debug.Stack()
                \t/usr/local/go/src/runtime/debug/stack.go:26 +0x5e
                main.handle(0xc000010000)
                \t/src/a.go:3 +0x1
                created by main.main in goroutine 1
                \t/src/a.go:9 +0x5
                2026/01/02 10:00:01 next
                """);
        assertThat(dump.form()).isEqualTo(Form.LOGGED_STACK);
        assertThat(dump.groups().getFirst().members().getFirst().id()).isEqualTo(7);
        assertThat(dump.cite().from()).isZero();
    }

    @Test
    void everyLoggedStackIsOneOfItsOwn() {
        String stack = "goroutine 7 [running]:\nmain.f()\n\t/a.go:1 +0x1\ncreated by main.g\n\t/a.go:2 +0x1\n";
        assertThat(read(stack + "log line\n" + stack).all(GoroutineDump.class)).hasSize(2);
    }

    @Test
    void twoDumpsInOneFileAreTwo() {
        String dump =
                "goroutine 1 [running]:\nmain.main()\n\t/a.go:1 +0x1\n\ngoroutine 2 [select]:\nmain.f()\n\t/a.go:2 +0x1\ncreated by main.main\n\t/a.go:2 +0x1\n";
        var dumps = read(dump + dump).all(GoroutineDump.class);
        assertThat(dumps).hasSize(2);
        assertThat(dumps).allSatisfy(each -> assertThat(each.count()).isEqualTo(2));
    }

    @Test
    void linesOfOtherThreadsDoNotBreakADump() {
        var dump = dump("""
                goroutine 7 [chan receive]:
                gc 12 @3.000s 1%: 0.01+0.2+0.01 ms clock
                main.wait(0xc000010000)
                2026/01/02 10:00:00 still serving
                \t/src/store.go:41 +0x1d
                created by main.main
                {"level":"info","msg":"hello"}
                \t/src/main.go:9 +0x5d
                """);
        assertThat(functions(dump.groups().getFirst())).containsExactly("main.wait");
        assertThat(dump.groups().getFirst().stack().createdBy()).contains(Frame.of("main.main", "/src/main.go", 9));
        assertThat(dump.whole()).isTrue();
    }

    @Test
    void allFormsOfHeadersAreRead() {
        var dump = dump("""
                goroutine 1 gp=0xc000002380 m=0 mp=0x5a0a00 [running]:
                main.main()
                \t/a.go:1 +0x1

                goroutine 2 gp=0xc000002380 m=nil [chan receive (leaked), 12 minutes, locked to thread]:
                main.a()
                \t/a.go:1 +0x1

                goroutine 3 [select (scan)]:
                main.b()
                \t/a.go:1 +0x1

                goroutine 4 [sync.WaitGroup.Wait (durable), synctest bubble 3]:
                main.c()
                \t/a.go:1 +0x1

                goroutine 5 [chan receive (nil chan) labels:{"a": "b, c]:", "q": "\\"x\\u00e9"}]:
                main.d()
                \t/a.go:1 +0x1

                goroutine 6 [select, 2 minutes]{"service": "users"}:
                main.e()
                \t/a.go:1 +0x1

                goroutine 7 [sleep, locked to thread] {path: "/a]b:\\"\\u00e9\\n", service: "users, admins", k: v}:
                main.g()
                \t/a.go:1 +0x1
                """);
        Map<Long, GoroutineGroup> groups = dump.groups().stream()
                .collect(java.util.stream.Collectors.toMap(
                        group -> group.members().getFirst().id(), group -> group));
        assertThat(groups).hasSize(7);
        assertThat(groups.get(2L).reason()).isEqualTo(WaitReason.CHANNEL_RECEIVE);
        assertThat(groups.get(2L).members().getFirst().leaked()).isTrue();
        assertThat(groups.get(3L).reasonText()).isEqualTo("select");
        assertThat(groups.get(4L).reason()).isEqualTo(WaitReason.WAITGROUP_WAIT);
        assertThat(groups.get(5L).reason()).isEqualTo(WaitReason.CHANNEL_RECEIVE_NIL);
        assertThat(groups.get(5L).members().getFirst().labels()).isEqualTo(Map.of("a", "b, c]:", "q", "\"xé"));
        assertThat(groups.get(6L).members().getFirst().labels()).isEqualTo(Map.of("service", "users"));
        assertThat(groups.get(6L).members().getFirst().waitMinutes()).isEqualTo(OptionalInt.of(2));
        assertThat(groups.get(7L).members().getFirst().labels())
                .isEqualTo(Map.of("path", "/a]b:\"é\n", "service", "users, admins", "k", "v"));
        assertThat(groups.get(7L).members().getFirst().lockedToThread()).isTrue();
    }

    @Test
    void framesOfCAndElidedOnesAndAncestorsAreRead() {
        var group = onlyGroup("""
                goroutine 5 [syscall]:
                non-Go function at pc=7f3a12
                non-Go function
                \tpc=0x7f3a55
                png_read_row
                \t/usr/src/png.c:112 pc=0x7f3a99
                main._Cfunc_read(0xc000010000)
                \t_cgo_gotypes.go:45 +0x49
                main.Map[...](0x1)
                \tC:/Users/dev/go src/map.go:5 +0x2
                ...12 frames elided...
                main.top({0x1?})
                \t/a.go:7 +0x2 fp=0xc000 sp=0xc001 pc=0x45
                created by main.main in goroutine 1
                \t/a.go:2 +0x1
                [originating from goroutine 1]:
                main.main(...)
                \t/a.go:2 +0x1
                """);
        assertThat(functions(group))
                .containsExactly(
                        "non-Go function",
                        "non-Go function",
                        "png_read_row",
                        "main._Cfunc_read",
                        "main.Map[...]",
                        "main.top");
        assertThat(group.stack().elided()).isTrue();
        assertThat(group.stack().frames().get(4).location()).contains(new SourceLine("C:/Users/dev/go src/map.go", 5));
        assertThat(group.stack().frames().get(5).location()).contains(new SourceLine("/a.go", 7));
        assertThat(group.stack().createdBy()).contains(Frame.of("main.main", "/a.go", 2));
    }

    @Test
    void gccgoDumpIsRead() {
        var group = onlyGroup("""
                goroutine 5 [chan receive]:
                main.wait
                \t/a.go:7
                main.top
                \t/a.go:9
                created by main.main
                \t/a.go:2
                """);
        assertThat(functions(group)).containsExactly("main.wait", "main.top");
    }

    @Test
    void dumpWhoseTabsWereLostIsRead() {
        assertThat(functions(onlyGroup(
                        "goroutine 5 [select]:\nmain.wait(0x1)\n/a.go:7 +0x2\nmain.top()\n    /a.go:9 +0x3\n")))
                .containsExactly("main.wait", "main.top");
    }

    @Test
    void stackOfAnotherThreadIsUnavailable() {
        var group = onlyGroup("""
                goroutine 5 [running]:
                \tgoroutine running on other thread; stack unavailable
                created by main.main
                \t/a.go:2 +0x1
                """);
        assertThat(group.stack().frames()).isEmpty();
        assertThat(group.stack().createdBy()).isPresent();
    }

    @Test
    void systemStacksAreNoGoroutines() {
        var dump = dump("""
                goroutine 1 [running]:
                main.main()
                \t/a.go:1 +0x1

                goroutine 0 [idle]:
                runtime.futex(0x1)
                \t/sys.s:1 +0x1
                """);
        assertThat(dump.count()).isEqualTo(1);
    }

    @Test
    void cutDumpSaysSo() {
        var reading = read(
                "goroutine 1 [running]:\nmain.main()\n\t/a.go:1 +0x1\n\ngoroutine 2 [select]:\nmain.f()\n\t/a.go:2 +0x1\nmain.g(0x");
        assertThat(reading.only(GoroutineDump.class).whole()).isFalse();
        assertThat(reading.gaps()).hasSize(1);
    }

    @Test
    void dumpCutInAHeaderSaysSo() {
        var reading = read("goroutine 1 [running]:\nmain.main()\n\t/a.go:1 +0x1\n\ngoroutine 2 [sel");
        assertThat(reading.only(GoroutineDump.class).whole()).isFalse();
    }

    @Test
    void proseAboutGoroutinesIsNone() {
        assertThat(
                        read("goroutine profile: total 7\ngoroutine 5 is stuck\ngoroutine 5 [running]: see above\ngoroutines: 12\n")
                                .evidence())
                .isEmpty();
    }
}
