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

/// The process has no file descriptor left.
public final class DescriptorExhaustion implements Cause {

    private static final CauseId ID = new CauseId("descriptor-exhaustion");

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
        return Prior.COMMON;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject("descriptor-limit-reached", Strength.PROOF, "the kernel says so"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Out of file descriptors: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Every connection and every open file takes one. At the limit accept, dial and open fail "
                        + "all at once: new clients are refused, log files cannot be rotated, DNS lookups fail. "
                        + "Either descriptors are not given back (a Body, Rows, File or Conn that is not closed) or "
                        + "the limit is too low for the load.",
                Remedy.of(
                        "Count what is open by kind: if it only grows, close it on every path (defer right after "
                                + "the error check); if it follows the load, raise the limit (LimitNOFILE=, ulimit -n) and "
                                + "bound the connections.",
                        "resp, err := client.Get(u); if err != nil { return err }; if resp.StatusCode != 200 { return errStatus }",
                        "resp, err := client.Get(u); if err != nil { return err }; defer resp.Body.Close()"),
                List.of(
                        new Collect(
                                "open descriptors",
                                "ls -l /proc/PID/fd | awk '{print $NF}' | sed 's/[0-9]*//g' | sort | uniq -c | sort -rn",
                                "it tells sockets from files from pipes"),
                        new Collect(
                                "goroutine dump",
                                "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine.txt",
                                "it shows who holds connections")));
    }
}
