package dev.whydunit.diagnosis.catalogue.services;

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
import java.util.Set;

/// TLS connections are made anew again and again, and their handshakes use up the CPU.
public final class TlsHandshakeStorm implements Cause {

    private static final CauseId ID = new CauseId("tls-handshake-storm");

    @Override
    public CauseId id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Prior prior() {
        return Prior.OCCASIONAL;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject(
                "handshake-work",
                Strength.PROOF,
                "handshakes alone take a large part of the CPU time; kept connections pay for one each"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("cpu-bound-hot-path"), new CauseId("allocation-churn"), new CauseId("gc-overhead"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "TLS handshakes use up the CPU",
                support.statements()
                        + " "
                        + "A handshake costs milliseconds of asymmetric cryptography, a request on a kept "
                        + "connection microseconds. Connections that are closed after each request (keep-alive off, "
                        + "bodies that are not read to their end, a new http.Client or Transport for each call, a "
                        + "load balancer that cuts idle ones early) make each request pay for one.",
                Remedy.of(
                        "Keep connections: one shared Transport with MaxIdleConnsPerHost as high as the "
                                + "concurrency, bodies read and closed, keep-alive on both sides, session tickets; ECDSA "
                                + "certificates are cheaper to sign with than RSA.",
                        "client := &http.Client{Transport: &http.Transport{}} // for each request",
                        "var client = &http.Client{Transport: shared} // once"),
                List.of(new Collect(
                        "connections",
                        "ss -tan state time-wait | wc -l",
                        "many in TIME_WAIT show that they are not kept")));
    }
}
