package dev.whydunit.diagnosis.catalogue.host;

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

/// Mapped memory was used after it was unmapped, or after its file shrank.
public final class UnmappedMemoryAccess implements Cause {

    private static final CauseId ID = new CauseId("unmapped-memory-access");

    @Override
    public CauseId id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Prior prior() {
        return Prior.OCCASIONAL;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject(
                "fault-of-mapped-file",
                Strength.PROOF,
                "SIGBUS in Go code comes of a mapped page that its file does not have (any more)"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Mapped memory that its file no longer has: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The program reads a file through mmap, and the page that it touched has nothing behind "
                        + "it: the file was truncated or replaced in place while it was mapped, the disk ran full "
                        + "under a sparse file, or the device failed. No Go check can see it; the kernel sends "
                        + "SIGBUS.",
                Remedy.of(
                        "Never shorten a file that others have mapped: write a new one and rename it. Check the "
                                + "length before each access, or read with pread. debug.SetPanicOnFault(true) around the "
                                + "access turns the fault into a panic that can be recovered.",
                        "os.Truncate(path, 0) // readers have it mapped",
                        "os.WriteFile(path+\".new\", data, 0o644)\nos.Rename(path+\".new\", path)"),
                List.of(new Collect(
                        "file and mount",
                        "ls -l FILE; df -h MOUNT; dmesg | tail",
                        "they show whether it shrank, the disk is full, or the device fails")));
    }
}
