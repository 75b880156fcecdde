package dev.whydunit.formats.profile;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.evidence.goroutine.GoroutineProfile.Group;
import dev.whydunit.evidence.goroutine.GoroutineProfile.Kind;
import dev.whydunit.evidence.profile.ProfileHeader;
import dev.whydunit.evidence.profile.SampleType;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.text.LineScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one count profile as text.
final class CountTextSection implements Section {
    private static final int MOST_FRAMES = 1_024;
    private static final int MOST_HIDDEN = 8;

    private final SectionContext context;
    private final boolean alwaysProfile;
    private final LineScanner scanner = new LineScanner();
    private Optional<LegacySamples> samples = Optional.empty();
    private String type = "";
    private long total;
    private long counted;
    private final List<Group> groups = new ArrayList<>();
    private boolean truncated;

    private long count;
    private final List<Frame> frames = new ArrayList<>();
    private final List<Long> addresses = new ArrayList<>();
    private int hidden;
    private Map<String, String> labels = Map.of();
    private Optional<Cite> groupAt = Optional.empty();
    private long groupEnd;

    CountTextSection(SectionContext context, boolean alwaysProfile) {
        this.context = context;
        this.alwaysProfile = alwaysProfile;
    }

    @Override
    public Step accept(Line line) {
        if (samples.isEmpty()) {
            title(line);
            return Step.TAKEN;
        }
        if (CountTextFormat.isTitle(line)) {
            return Step.ENDED;
        }
        var collected = samples.get();
        if (line.at(0) == '#' && groupAt.isPresent()) {
            comment(line);
        }
        if (collected.takeOther(line)) {
            return Step.TAKEN;
        }
        return group(line, collected) ? Step.TAKEN : Step.ENDED;
    }

    private void title(Line line) {
        int space = line.indexOf(' ', 0);
        type = line.text(0, space);
        total = scanner.at(line, space + CountTextFormat.TOTAL.length).integer(0);
        samples = Optional.of(new LegacySamples(context, line, 1));
    }

    private boolean group(Line line, LegacySamples collected) {
        scanner.at(line, 0);
        if (!scanner.atDigit()) {
            return false;
        }
        long number = scanner.integer(-1);
        if (number < 0 || !scanner.take(" @")) {
            return false;
        }
        endGroup();
        count = number;
        counted += number;
        groupAt = Optional.of(line.cite(context.path()));
        groupEnd = line.placeTo();
        int stack = scanner.position();
        innermostAddresses();
        collected.samples().value(number);
        collected.stack(line, stack, true);
        collected.endSample(line);
        return true;
    }

    /// The calls that stand between the goroutine's stop and the first call that is printed, at the most.
    private void innermostAddresses() {
        addresses.clear();
        while (addresses.size() < MOST_HIDDEN && scanner.take(" 0x")) {
            addresses.add(Hex.take(scanner));
        }
        hidden = addresses.size();
    }

    /// The first printed call ends the hidden ones; its address is printed one lower than in the stack,
    /// since it is that of the call and not of the return.
    private void firstPrinted(long address) {
        for (int i = 0; i < hidden; i++) {
            if (addresses.get(i) == address + 1 || addresses.get(i) == address) {
                hidden = i;
            }
        }
    }

    private void comment(Line line) {
        groupEnd = line.placeTo();
        scanner.at(line, 0);
        if (scanner.take("# labels: ")) {
            labels = LabelText.parse(line.text(scanner.position(), line.length()));
        } else if (frames.size() < MOST_FRAMES) {
            SymbolLine.parse(line, scanner).ifPresent(symbol -> {
                if (frames.isEmpty()) {
                    firstPrinted(symbol.address());
                }
                frames.add(symbol.frame());
            });
        }
    }

    private void endGroup() {
        groupAt.ifPresent(at -> {
            if (groups.size() < context.limits().distinctStacks()) {
                groups.add(new Group(
                        count,
                        frames,
                        frames.isEmpty() ? List.of() : addresses.subList(0, hidden),
                        labels,
                        new Cite(at.path(), at.line(), at.from(), Math.max(at.to(), groupEnd))));
            } else {
                truncated = true;
            }
        });
        groupAt = Optional.empty();
        frames.clear();
        labels = Map.of();
    }

    private Optional<Kind> kind() {
        return switch (type) {
            case "goroutine" -> Optional.of(Kind.GOROUTINE);
            case "goroutineleak" -> Optional.of(Kind.GOROUTINE_LEAK);
            case "threadcreate" -> Optional.of(Kind.THREAD_CREATE);
            default -> Optional.empty();
        };
    }

    @Override
    public void finish(boolean cut, EvidenceSink sink) {
        samples.ifPresent(collected -> {
            endGroup();
            var kind = kind();
            boolean whole = counted == total && !truncated;
            if (kind.isPresent() && !alwaysProfile) {
                sink.evidence(
                        new GoroutineProfile(context.origin(), collected.cite(), kind.get(), total, groups, whole));
            } else {
                var types = List.of(new SampleType(type, "count"));
                sink.evidence(collected.profile(
                        types, ProfileHeader.ofPeriod(types.getFirst(), 1).dropping(LegacyNoise.PROFILER, "")));
            }
            if (!whole) {
                sink.gap(new Gap(
                        collected.cite(),
                        "the " + type + " profile says " + total + " and shows " + counted
                                + ": the rest of it is missing"));
            }
            collected.gaps(sink);
        });
    }
}
