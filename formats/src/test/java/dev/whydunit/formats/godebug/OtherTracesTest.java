package dev.whydunit.formats.godebug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.memory.PacerTrace;
import dev.whydunit.evidence.memory.ScavengerTrace;
import dev.whydunit.evidence.scheduler.InitTrace;
import dev.whydunit.evidence.scheduler.SchedulerTrace;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.reading.Inputs;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherTracesTest {
    private static final List<TextFormat> ALL = List.of(
            new GcTraceFormat(),
            new PacerTraceFormat(),
            new ScavengerTraceFormat(),
            new SchedulerTraceFormat(),
            new InitTraceFormat());

    @Test
    void pacerOfGo119AndLater() {
        var cycle = Inputs.text(new PacerTraceFormat(), """
                        pacer: assist ratio=+1.417880e+000 (scan 0 MB in 3->4 MB) workers=1++0.000000e+000
                        pacer: 26% CPU (25 exp.) for 290976+3928+255536 B work (255536 B exp.) in 3997696 B -> 4292608 B (∆goal -98304, cons/mark +0.000000e+000)[controller reset]
                        pacer: sweep done at heap size 1MB; allocated 0MB during sweep; swept 492 pages at +3.0e-004 pages/byte
                        """)
                .only(PacerTrace.class)
                .cycles()
                .getFirst();

        assertThat(cycle.assistRatio()).isEqualTo(1.41788);
        assertThat(cycle.utilization()).isEqualTo(0.26);
        assertThat(cycle.goalUtilization()).isEqualTo(0.25);
        assertThat(cycle.triggerBytes()).isEqualTo(3_997_696);
        assertThat(cycle.heapBytes()).isEqualTo(4_292_608);
        assertThat(cycle.goalDelta()).isEqualTo(-98_304);
        assertThat(cycle.controllerReset()).isTrue();
    }

    @Test
    void pacerUpToGo117() {
        var cycle = Inputs.text(
                        new PacerTraceFormat(),
                        "pacer: H_m_prev=2236962 h_t=+9.500000e-001 H_T=4362076"
                                + " h_a=+9.8e-001 H_a=4430848 h_g=+1.0e+000 H_g=4473924 u_a=+2.600000e-001 u_g=+3.000000e-001"
                                + " W_a=1000 goalΔ=+5.0e-002 actualΔ=+3.0e-002 u_a/u_g=+8.6e-001\n")
                .only(PacerTrace.class)
                .cycles()
                .getFirst();

        assertThat(cycle.triggerBytes()).isEqualTo(4_362_076);
        assertThat(cycle.heapBytes()).isEqualTo(4_430_848);
        assertThat(cycle.goalDelta()).isEqualTo(4_430_848 - 4_473_924);
        assertThat(cycle.utilization()).isEqualTo(0.26);
        assertThat(cycle.goalUtilization()).isEqualTo(0.3);
    }

    @Test
    void scavengerOfAllReleases() {
        var samples = Inputs.text(new ScavengerTraceFormat(), """
                        scvg0: inuse: 426, idle: 1, sys: 427, released: 3, consumed: 424 (MB)
                        scvg1: 8 MB released
                        scav 12 KiB work, 3448 KiB total, 83% util
                        scav 2712 KiB work (bg), 4 KiB work (eager), 1896 KiB now, 92% util (forced)
                        """)
                .only(ScavengerTrace.class)
                .samples();

        assertThat(samples).hasSize(4);
        assertThat(samples.get(0).retainedBytes()).isEqualTo(3L << 20);
        assertThat(samples.get(1).backgroundBytes()).isEqualTo(8L << 20);
        assertThat(samples.get(2).backgroundBytes()).isEqualTo(12L << 10);
        assertThat(samples.get(2).eagerBytes()).isEqualTo(-1);
        assertThat(samples.get(2).heapUtilization()).isEqualTo(0.83);
        assertThat(samples.get(3).eagerBytes()).isEqualTo(4L << 10);
        assertThat(samples.get(3).retainedBytes()).isEqualTo(1896L << 10);
        assertThat(samples.get(3).forced()).isTrue();
    }

    @Test
    void schedulerOfOlderAndNewerReleases() {
        var samples = Inputs.text(new SchedulerTraceFormat(), """
                        SCHED 1009ms: gomaxprocs=4 idleprocs=3 threads=9 spinningthreads=1 idlethreads=5 runqueue=2 [0 3 0 1]
                        SCHED 2009ms: gomaxprocs=4 idleprocs=1 threads=6 spinningthreads=0 needspinning=0 idlethreads=1 runqueue=0 [ 1 1 0 0 ] schedticks=[ 92 90 91 85 ]
                        """)
                .only(SchedulerTrace.class)
                .samples();

        assertThat(samples.getFirst().atMillis()).isEqualTo(1009);
        assertThat(samples.getFirst().idleThreads()).isEqualTo(5);
        assertThat(samples.getFirst().localQueues()).containsExactly(0, 3, 0, 1);
        assertThat(samples.getFirst().runnable()).isEqualTo(6);
        assertThat(samples.getLast().localQueues()).containsExactly(1, 1, 0, 0);
    }

    @Test
    void schedulerDetail() {
        var sample = Inputs.text(new SchedulerTraceFormat(), """
                        SCHED 5ms: gomaxprocs=2 idleprocs=0 threads=3 spinningthreads=0 needspinning=0 idlethreads=1 runqueue=4 gcwaiting=false nmidlelocked=0 stopwait=0 sysmonwait=false
                          P0: status=1 schedtick=3 syscalltick=0 m=0 runqsize=7 gfreecnt=0 timerslen=0
                          P1: status=1 schedtick=3 syscalltick=0 m=2 runqsize=2 gfreecnt=0 timerslen=0
                          M2: p=1 curg=9 mallocing=0 throwing=0 preemptoff= locks=0 dying=0 spinning=false blocked=true lockedg=nil
                        log line of another thread
                          M0: p=0 curg=1 mallocing=0 throwing=0 preemptoff= locks=1 dying=0 spinning=false blocked=false lockedg=17
                          G1: status=4(chan receive) m=nil lockedm=nil
                          G2: status=4(force gc (idle)) m=nil lockedm=nil
                          G9: status=4(chan receive) m=nil lockedm=nil
                        """)
                .only(SchedulerTrace.class)
                .samples()
                .getFirst();

        assertThat(sample.localQueues()).containsExactly(7, 2);
        assertThat(sample.blockedThreads()).isEqualTo(1);
        assertThat(sample.lockedThreads()).isEqualTo(1);
        assertThat(sample.goroutines()).containsEntry("4(chan receive)", 2).containsEntry("4(force gc (idle))", 1);
    }

    @Test
    void initialisers() {
        var trace = Inputs.text(new InitTraceFormat(), """
                        init internal/bytealg @0.008 ms, 0 ms clock, 0 bytes, 0 allocs
                        init example.com/shop @1.2 ms, 350.5 ms clock, 4240 bytes, 7 allocs
                        """).only(InitTrace.class);

        assertThat(trace.initialisers().getLast())
                .isEqualTo(new InitTrace.Initialiser("example.com/shop", 1.2, 350.5, 4240, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.19", "1.21", "1.23", "1.26", "1.27"})
    void recordedLogsHoldOneTraceOfEachKind(String release) {
        var log = Inputs.fixture("godebug/stock-go" + release + ".log");

        assertThat(Inputs.text(new PacerTraceFormat(), log)
                        .only(PacerTrace.class)
                        .cycles())
                .hasSizeGreaterThanOrEqualTo(40);
        assertThat(Inputs.text(new ScavengerTraceFormat(), log)
                        .only(ScavengerTrace.class)
                        .samples())
                .isNotEmpty();
        assertThat(Inputs.text(new InitTraceFormat(), log).only(InitTrace.class).initialisers())
                .hasSizeGreaterThan(10);
        var scheduler = Inputs.text(new SchedulerTraceFormat(), log).only(SchedulerTrace.class);
        assertThat(scheduler.samples()).allSatisfy(sample -> {
            assertThat(sample.processors()).isEqualTo(4);
            assertThat(sample.localQueues()).hasSize(4);
        });
        for (var format : ALL) {
            assertThat(Inputs.text(format, log).gaps()).as(format.name()).isEmpty();
        }
    }

    @Test
    void truncatedAndFlippedLogsNeverThrow() {
        var log = Arrays.copyOf(Inputs.fixture("godebug/stock-go1.19.log"), 3_000);
        for (var format : ALL) {
            for (int length = 0; length < log.length; length += 7) {
                var damaged = Arrays.copyOf(log, length);
                if (length > 0) {
                    damaged[length / 2] ^= 0x11;
                }
                assertThat(Inputs.text(format, damaged)).isNotNull();
            }
        }
    }
}
