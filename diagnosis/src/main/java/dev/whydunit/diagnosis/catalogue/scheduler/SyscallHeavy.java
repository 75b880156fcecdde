package dev.whydunit.diagnosis.catalogue.scheduler;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Collect;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;

/// The kernel side of a path costs more than its user side.
public final class SyscallHeavy implements Cause {

    private static final CauseId ID = new CauseId("syscall-heavy");

    @Override
    public CauseId id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Prior prior() {
        return Prior.OCCASIONAL;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject(
                "kernel-time",
                Strength.STRONG,
                "half of all CPU time is the kernel's, below one function of the program"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Too many system calls below %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Each call crosses into the kernel for little data: unbuffered reads and writes, a stat "
                        + "for each lookup, a flush for each line. The time shows as system time and scales with "
                        + "calls, not with bytes.",
                Remedy.of(
                        "Let fewer calls do the work: buffer reads and writes, flush once a batch, keep what a "
                                + "stat or a read of /proc told.",
                        "for _, r := range rows { fmt.Fprintln(file, r) }",
                        "w := bufio.NewWriterSize(file, 64<<10); for _, r := range rows { fmt.Fprintln(w, r) }; w.Flush()"),
                List.of(new Collect("system calls", "strace -c -f -p PID -- sleep 10", "it counts the calls by name")));
    }
}
