package dev.whydunit.diagnosis.detectors.scheduler;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.OwnStacks;
import dev.whydunit.diagnosis.facts.cpu.CpuUse;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.profile.Profile;
import java.util.Locale;
import java.util.Set;

/// TLS handshakes that take most of the CPU time: connections are made and not kept.
public final class HandshakeWork implements Detector {

    private static final FindingId FINDING = new FindingId("handshake-work");
    private static final Measure SHARE = new Measure("handshake-share");

    /// A server that keeps its connections pays a few percent for new ones.
    private static final double MOST = 0.4;

    /// Less than this keeps no core busy.
    private static final double CORES_BUSY = 0.5;

    private static final String HANDSHAKE = "crypto/tls.(*Conn).";

    @Override
    public String id() {
        return "handshake-work";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(Profile.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        return Detection.of(process.fact(CpuUse.FACT).stream()
                .filter(use -> use.cores().orElse(0) >= CORES_BUSY)
                .map(use -> new Handshakes(use.profile(), own))
                .filter(handshakes -> handshakes.share() >= MOST)
                .map(HandshakeWork::finding)
                .toList());
    }

    /// The CPU time of one profile that stands within handshakes.
    private static final class Handshakes {
        private final Profile profile;
        private final boolean[] isHandshake;
        private final long[] spentIn;
        private final OwnStacks stacks;
        private int innermost;
        private long spent;
        private long total;

        Handshakes(Profile profile, OwnCode own) {
            this.profile = profile;
            this.stacks = new OwnStacks(profile, own);
            this.spentIn = new long[stacks.functions()];
            this.isHandshake = new boolean[stacks.functions()];
            for (int function = 0; function < isHandshake.length; function++) {
                String name = stacks.frame(function).function().canonical();
                isHandshake[function] = name.startsWith(HANDSHAKE)
                        && name.toLowerCase(Locale.ROOT).endsWith("handshake");
            }
            int type = Math.max(0, profile.indexOf("cpu"));
            for (int sample = 0; sample < profile.sampleCount(); sample++) {
                innermost = OwnStacks.NONE;
                stacks.visit(
                        sample,
                        (function, _) -> innermost =
                                innermost == OwnStacks.NONE && isHandshake[function] ? function : innermost);
                take(profile.value(sample, type));
            }
        }

        private void take(long value) {
            total += value;
            if (innermost != OwnStacks.NONE) {
                spent += value;
                spentIn[innermost] += value;
            }
        }

        /// The handshake that costs most: of the client or of the server.
        Frame dearest() {
            int most = 0;
            for (int function = 1; function < spentIn.length; function++) {
                most = spentIn[function] > spentIn[most] ? function : most;
            }
            return stacks.frame(most);
        }

        double share() {
            return total == 0 ? 0 : (double) spent / total;
        }
    }

    private static Finding finding(Handshakes handshakes) {
        Quantity share = Quantity.ratio(handshakes.share());
        return Finding.observed(
                        FINDING,
                        new Subject.Function(handshakes.dearest()),
                        "%s of the CPU time is spent in TLS handshakes, most in %s."
                                .formatted(share.text(), CrashStory.place(handshakes.dearest())),
                        handshakes.profile.cite())
                .with(SHARE, share);
    }
}
