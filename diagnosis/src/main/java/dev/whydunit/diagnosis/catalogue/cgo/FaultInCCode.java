package dev.whydunit.diagnosis.catalogue.cgo;

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

/// A fault in C code that was called from Go.
public final class FaultInCCode implements Cause {

    private static final CauseId ID = new CauseId("fault-in-c-code");

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
                "signal-in-c-code",
                Strength.PROOF,
                "the runtime says that the signal arrived during cgo execution, or the goroutine stands in "
                        + "the call"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "C code called by %s crashes".formatted(support.place()),
                support.statements()
                        + " "
                        + "The signal arrived while the thread executed C. Go can show the call into C and no frame "
                        + "below it. The arguments of that call are the first suspects: a pointer that C keeps or frees "
                        + "twice, a buffer that is too small, a nil handle.",
                Remedy.of("Get the C stack from a core file, or run the C part under AddressSanitizer."),
                List.of(
                        new Collect(
                                "C stack",
                                "ulimit -c unlimited; GOTRACEBACK=crash ./SERVICE; gdb ./SERVICE core -ex 'thread apply all bt'",
                                "it names the C function and line"),
                        new Collect(
                                "sanitizer run",
                                "CGO_CFLAGS=-fsanitize=address CGO_LDFLAGS=-fsanitize=address go build -asan && ./SERVICE",
                                "it names allocation and fault")));
    }
}
