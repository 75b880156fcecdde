package dev.whydunit.diagnosis.facts.cpu;

import java.util.List;
import java.util.Set;

/// What a sample of a CPU profile was spent on, told by the functions of its stack; the first kind that any frame (for
/// [#KERNEL]: the leaf) shows is the sample's.
///
/// Sources: `runtime/mgc.go`, `mgcmark.go`, `malloc.go`, `time.go`, `proc.go`, `syscall/asm_linux_amd64.s`,
/// `internal/runtime/syscall`, Go 1.5 to 1.27.
public enum Work {
    /// Marking, sweeping, scavenging, and the assists that allocating goroutines pay.
    COLLECTION(
            Set.of(
                    "runtime.gcBgMarkWorker",
                    "runtime.gcAssistAlloc",
                    "runtime.gcAssistAlloc1",
                    "runtime.bgsweep",
                    "runtime.bgscavenge",
                    "runtime.gcStart",
                    "runtime.gcMarkDone",
                    "runtime.gcMarkTermination",
                    "runtime.GC",
                    "runtime.gcDrain"),
            List.of()),
    /// Starting, stopping and running timers.
    TIMERS(
            Set.of(
                    "runtime.checkTimers",
                    "runtime.runtimer",
                    "runtime.runOneTimer",
                    "runtime.timerproc",
                    "runtime.adjusttimers",
                    "runtime.cleantimers",
                    "runtime.addtimer",
                    "runtime.deltimer",
                    "runtime.modtimer",
                    "runtime.resettimer",
                    "runtime.stopTimer",
                    "runtime.startTimer",
                    "runtime.resetForSleep",
                    "time.startTimer",
                    "time.stopTimer",
                    "time.resetTimer",
                    "time.newTimer"),
            List.of("runtime.(*timers).", "runtime.(*timer).")),
    /// Allocating, without what is paid to the collector.
    ALLOCATION(
            Set.of("runtime.mallocgc", "runtime.newobject", "runtime.growslice", "runtime.makeslice"),
            List.of("runtime.mallocgc")),
    /// The leaf is a system call: the time is the kernel's.
    KERNEL(
            Set.of(
                    "syscall.Syscall",
                    "syscall.Syscall6",
                    "syscall.RawSyscall",
                    "syscall.RawSyscall6",
                    "syscall.rawSyscallNoError",
                    "syscall.rawVforkSyscall",
                    "runtime/internal/syscall.Syscall6",
                    "internal/runtime/syscall.Syscall6",
                    "internal/runtime/syscall/linux.Syscall6"),
            List.of()),
    /// Looking for goroutines to run, parking and waking threads.
    SCHEDULING(
            Set.of(
                    "runtime.findRunnable",
                    "runtime.findrunnable",
                    "runtime.schedule",
                    "runtime.park_m",
                    "runtime.goschedImpl",
                    "runtime.sysmon",
                    "runtime.startm",
                    "runtime.wakep"),
            List.of()),
    /// Everything else: the program computes.
    COMPUTATION(Set.of(), List.of());

    private final Set<String> functions;
    private final List<String> prefixes;

    Work(Set<String> functions, List<String> prefixes) {
        this.functions = functions;
        this.prefixes = prefixes;
    }

    /// The kind that a function stands for.
    static Work of(String canonicalFunction) {
        for (Work work : values()) {
            if (work.functions.contains(canonicalFunction)
                    || work.prefixes.stream().anyMatch(canonicalFunction::startsWith)) {
                return work;
            }
        }
        return COMPUTATION;
    }
}
