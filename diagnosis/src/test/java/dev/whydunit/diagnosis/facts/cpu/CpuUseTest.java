package dev.whydunit.diagnosis.facts.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.cpu.CpuUse.OwnFunction;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.evidence.profile.CodeFunction;
import dev.whydunit.evidence.profile.CodeTable;
import dev.whydunit.evidence.profile.ColumnarProfile;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.ProfileHeader;
import dev.whydunit.evidence.profile.SampleTable;
import dev.whydunit.evidence.profile.SampleType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuUseTest {

    private static final String HANDLER = "example.com/shop.(*Server).list";
    private static final String SORT = "example.com/shop.rank";

    private final CodeTable code = new CodeTable();
    private final SampleTable samples = new SampleTable(1);
    private final List<String> functions = new ArrayList<>();

    /// A sample of a stack, the leaf first.
    private void sample(Duration time, String... stack) {
        for (String function : stack) {
            samples.location(location(function));
        }
        samples.value(time.toNanos());
        samples.end();
    }

    private int location(String function) {
        int known = functions.indexOf(function);
        if (known >= 0) {
            return known;
        }
        functions.add(function);
        String file = function.startsWith("example.com") ? "/build/shop/shop.go" : "/usr/local/go/src/x.go";
        int index = code.addFunction(new CodeFunction(function, function, file, 10));
        int location = code.addLocation(0x1000L + index, CodeTable.NO_MAPPING, false);
        code.addLine(index, 12);
        return location;
    }

    private List<CpuUse> use(Duration recorded) {
        Profile profile = new ColumnarProfile(
                Origin.UNKNOWN,
                Cite.wholeFile("cpu.pb.gz", 1),
                List.of(new SampleType("cpu", "nanoseconds")),
                ProfileHeader.EMPTY.lasting(recorded.toNanos()),
                code,
                samples);
        return new ProcessView(ProcessIdentity.UNKNOWN, List.of(profile), List.of()).fact(CpuUse.FACT);
    }

    @Test
    void timeBelongsToTheInnermostOwnFunctionWithTheLibrariesItCalls() {
        sample(Duration.ofSeconds(6), "sort.insertionSort", "sort.Sort", SORT, HANDLER, "net/http.(*conn).serve");
        sample(Duration.ofSeconds(2), "strconv.Itoa", HANDLER, "net/http.(*conn).serve");
        CpuUse use = use(Duration.ofSeconds(10)).getFirst();
        OwnFunction rank = use.highest(OwnFunction::computed, 0.5).orElseThrow();
        assertThat(rank.frame().function().canonical()).isEqualTo(SORT);
        assertThat(rank.computed()).isCloseTo(0.75, within(1e-9));
        assertThat(rank.callers())
                .extracting(frame -> frame.function().canonical())
                .containsExactly(HANDLER);
        assertThat(use.cores().orElseThrow()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void onlyALeafInASystemCallIsKernelTime() {
        sample(Duration.ofSeconds(3), "internal/runtime/syscall.Syscall6", "syscall.write", HANDLER);
        sample(Duration.ofSeconds(1), "runtime.exitsyscall", "syscall.Syscall6", "syscall.write", HANDLER);
        CpuUse use = use(Duration.ofSeconds(10)).getFirst();
        assertThat(use.share(Work.KERNEL)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void theCollectorTakesPrecedenceOverTheAllocationThatPaysIt() {
        sample(Duration.ofSeconds(1), "runtime.gcDrainN", "runtime.gcAssistAlloc1", "runtime.mallocgc", HANDLER);
        sample(Duration.ofSeconds(1), "runtime.nextFreeFast", "runtime.mallocgc", HANDLER);
        CpuUse use = use(Duration.ofSeconds(10)).getFirst();
        assertThat(use.share(Work.COLLECTION)).isCloseTo(0.5, within(1e-9));
        assertThat(use.share(Work.ALLOCATION)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void tooFewSamplesGiveNoShares() {
        sample(Duration.ofMillis(900), SORT, HANDLER);
        assertThat(use(Duration.ofSeconds(10))).isEmpty();
    }
}
