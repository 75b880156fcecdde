package dev.whydunit.diagnosis;

import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.ProcessEnd;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.log.PoolStatistics;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.MemoryStatistics;
import dev.whydunit.evidence.memory.ResidentMemory;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.scheduler.SchedulerTrace;
import java.util.Map;

/// How each kind of evidence is collected: the exact commands, in one place.
public final class Collecting {

    private static final Map<Class<? extends Evidence>, Collect> COMMANDS = Map.ofEntries(
            Map.entry(
                    GoroutineDump.class,
                    new Collect(
                            "goroutine dump",
                            "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine.txt",
                            "it shows what every goroutine waits for")),
            Map.entry(
                    GoroutineProfile.class,
                    new Collect(
                            "goroutine profile",
                            "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=1' > goroutine-groups.txt",
                            "it counts goroutines by stack, cheap even with 100,000 of them")),
            Map.entry(
                    Profile.class,
                    new Collect(
                            "heap and CPU profiles",
                            "curl -s http://HOST:PORT/debug/pprof/heap > heap.pb.gz; "
                                    + "curl -s 'http://HOST:PORT/debug/pprof/profile?seconds=30' > cpu.pb.gz",
                            "they show what holds memory and what uses CPU")),
            Map.entry(
                    GcTrace.class,
                    new Collect(
                            "GC trace",
                            "GODEBUG=gctrace=1 ./SERVICE 2> gctrace.log",
                            "it shows what the collector costs and why it runs")),
            Map.entry(
                    SchedulerTrace.class,
                    new Collect(
                            "scheduler trace",
                            "GODEBUG=schedtrace=1000,scheddetail=1 ./SERVICE 2> sched.log",
                            "it shows goroutines that could run and do not")),
            Map.entry(
                    MemoryStatistics.class,
                    new Collect(
                            "MemStats",
                            "curl -s 'http://HOST:PORT/debug/pprof/heap?debug=1' > heap.txt",
                            "it shows what the Go runtime holds, and for what")),
            Map.entry(
                    ResidentMemory.class,
                    new Collect(
                            "resident memory",
                            "grep VmRSS /proc/PID/status > rss.txt",
                            "it shows what the kernel counts")),
            Map.entry(
                    Crash.class,
                    new Collect(
                            "crash output",
                            "GOTRACEBACK=system ./SERVICE 2> stderr.log",
                            "a panic or fatal error names its place")),
            Map.entry(
                    ProcessEnd.class,
                    new Collect(
                            "exit status", "journalctl -u SERVICE > service.log", "it tells how the process ended")),
            Map.entry(
                    LogClue.class,
                    new Collect(
                            "log",
                            "kubectl logs POD --previous --timestamps > pod.log",
                            "it tells what did not answer")),
            Map.entry(
                    PoolStatistics.class,
                    new Collect(
                            "pool statistics",
                            "log db.Stats() once a minute, or curl -s http://HOST:PORT/metrics > metrics.txt",
                            "they show connections in use and callers that wait")));

    private Collecting() {}

    /// How to collect that kind of evidence.
    public static Collect of(Class<? extends Evidence> type) {
        Collect known = COMMANDS.get(type);
        return known != null
                ? known
                : new Collect(type.getSimpleName(), "whydunit capture http://HOST:PORT", "it was not given");
    }
}
