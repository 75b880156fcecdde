package dev.whydunit.formats.goroutine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.goroutine.Argument;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineDump.Form;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import dev.whydunit.evidence.goroutine.WaitReason;
import dev.whydunit.formats.crash.CrashFormat;
import dev.whydunit.formats.text.TextReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One program, recorded with the releases at which the form of dumps changed (`fixtures/goroutine/shop`).
class RecordedDumpsTest {

    private static GoroutineDump read(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/fixtures/goroutine/shop", name + ".txt"));
        return TextReading.of(bytes, new GoroutineDumpFormat(), new CrashFormat())
                .only(GoroutineDump.class);
    }

    private static GoroutineGroup groupIn(GoroutineDump dump, String function) {
        return dump.groups().stream()
                .filter(group -> group.stack().calls(function))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "go1.11.13, false, false, false, false, false",
        "go1.13.15, false, false, false, false, false",
        "go1.17.13, false, true, false, false, false",
        "go1.19.13, true, true, false, false, false",
        "go1.21.13, true, true, true, true, false",
        "go1.23.5, true, true, true, true, false",
        "go1.26.8, true, true, true, true, true",
        "go1.27.0, true, true, true, true, true"
    })
    void dumpOfEveryReleaseIsRead(
            String release, boolean marks, boolean registers, boolean creators, boolean mutex, boolean waitGroup)
            throws IOException {
        var dump = read(release + "-dump");
        assertThat(dump.form()).isEqualTo(Form.STACK_ALL);
        assertThat(dump.count()).isEqualTo(13);
        assertThat(dump.groups()).hasSize(10);
        assertThat(dump.whole()).isTrue();
        assertThat(dump.detail())
                .isEqualTo(new GoroutineDump.Detail(true, false, marks, true, registers, creators, mutex, waitGroup));
        var lockers = groupIn(dump, "main.(*Store).Reserve");
        assertThat(lockers.count()).isEqualTo(3);
        assertThat(lockers.reason()).isEqualTo(mutex ? WaitReason.MUTEX_LOCK : WaitReason.SEMACQUIRE);
        assertThat(groupIn(dump, "main.(*Store).Await").reason())
                .isEqualTo(waitGroup ? WaitReason.WAITGROUP_WAIT : WaitReason.SEMACQUIRE);
        assertThat(groupIn(dump, "main.main.func4").members().getFirst().lockedToThread())
                .isTrue();
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
    void allWaitersOfALockShowItsAddress(String release) throws IOException {
        var lockers = groupIn(read(release + "-dump"), "main.(*Store).Reserve");
        String taker = lockers.stack().frames().stream()
                .map(frame -> frame.function().canonical())
                .filter(name -> name.endsWith("(*Mutex).lockSlow") || name.endsWith("sync.(*Mutex).Lock"))
                .findFirst()
                .orElseThrow();
        int frame = lockers.stack().indexOf(taker);
        var locks = lockers.members().stream()
                .map(member -> member.argumentsOf(frame).findFirst().orElseThrow())
                .toList();
        assertThat(locks).allMatch(Argument::certain);
        assertThat(locks)
                .extracting(Argument::value)
                .containsOnly(locks.getFirst().value());
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
    void everyLevelOfASignalsDumpIsRead(String release) throws IOException {
        for (String level : new String[] {"single", "system", "crash"}) {
            var dump = read(release + "-quit-" + level);
            assertThat(dump.form()).isEqualTo(Form.SIGNAL);
            assertThat(dump.whole()).isTrue();
            assertThat(groupIn(dump, "main.(*Store).Reserve").count()).isEqualTo(3);
            assertThat(dump.detail().allGoroutines()).isTrue();
        }
        assertThat(read(release + "-quit-system").detail().runtimeFrames()).isTrue();
        assertThat(read(release + "-quit-crash").detail().runtimeFrames()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.11.13", "go1.19.13", "go1.27.0"})
    void threadsOfACrashDumpPrintNoGoroutineTwice(String release) throws IOException {
        var dump = read(release + "-quit-crash");
        var ids = dump.groups().stream()
                .flatMap(group -> group.members().stream())
                .map(member -> member.id())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize((int) dump.count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.26.8", "go1.27.0"})
    void labelsOfEveryReleaseAreRead(String release) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/fixtures/goroutine/labels", release + ".txt"));
        var dump = TextReading.of(bytes, new GoroutineDumpFormat()).only(GoroutineDump.class);
        var sleeper = groupIn(dump, "main.main.func1").members().getFirst();
        assertThat(sleeper.labels()).isEqualTo(Map.of("service", "users, admins", "path", "/a]b:\"é\n"));
        var locked = groupIn(dump, "main.main.func2").members().getFirst();
        assertThat(locked.labels()).isEqualTo(Map.of("k", "v"));
        assertThat(locked.lockedToThread()).isTrue();
    }
}
