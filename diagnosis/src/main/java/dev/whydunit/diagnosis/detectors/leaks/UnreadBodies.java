package dev.whydunit.diagnosis.detectors.leaks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.leaks.CountedStack;
import dev.whydunit.diagnosis.facts.leaks.Site;
import dev.whydunit.diagnosis.facts.leaks.Sites;
import dev.whydunit.diagnosis.facts.leaks.Snapshots;
import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Client connections of net/http that wait for somebody to read or close the body of a response.
///
/// The reader of a pooled connection waits in I/O while the connection is idle, and in a select from the
/// moment it has handed a response out until its body is read or closed (`net/http/transport.go`,
/// `readLoop`).
public final class UnreadBodies implements Detector {

    private static final FindingId UNREAD = new FindingId("unread-bodies");
    private static final FindingId GROWING = new FindingId("growing-unread-bodies");
    private static final Measure CONNECTIONS = new Measure("connections");
    private static final String READER = "net/http.(*persistConn).readLoop";

    /// Downloads in progress look the same: so many that are old, or a horde, are none.
    private static final long OLD_CROWD = 10;

    private static final long HORDE = 100;

    /// By so many a later dump has more.
    private static final long ADDED = 10;

    @Override
    public String id() {
        return "unread-bodies";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(UNREAD, GROWING);
    }

    @Override
    public Detection detect(ProcessView process) {
        Map<Cite, List<Site>> sites = process.fact(Sites.FACT);
        Stream<Finding> unread = sites.values().stream()
                .flatMap(all -> readers(all).stream())
                .filter(UnreadBodies::isMany)
                .map(site -> finding(UNREAD, site, process, ""));
        return Detection.of(
                Stream.concat(unread, growing(process, sites).stream()).toList());
    }

    private static Optional<Site> readers(List<Site> sites) {
        return sites.stream()
                .filter(site -> site.operation() == Operation.SELECT)
                .filter(site -> site.points()
                        .getFirst()
                        .calledBy()
                        .filter(frame -> frame.function().canonical().equals(READER))
                        .isPresent())
                .findFirst();
    }

    private static boolean isMany(Site site) {
        return site.count() >= HORDE
                || (site.count() >= OLD_CROWD && site.minutes().orElse(0) >= 1);
    }

    private static Optional<Finding> growing(ProcessView process, Map<Cite, List<Site>> sites) {
        List<GoroutineDump> dumps = process.fact(Snapshots.FACT).dumps();
        if (dumps.size() < 2) {
            return Optional.empty();
        }
        long was = readers(sites.getOrDefault(dumps.getFirst().cite(), List.of()))
                .map(Site::count)
                .orElse(0L);
        return readers(sites.getOrDefault(dumps.getLast().cite(), List.of()))
                .filter(site -> site.count() >= was + ADDED)
                .map(site -> finding(GROWING, site, process, " (%,d in an earlier dump)".formatted(was)));
    }

    private static Finding finding(FindingId id, Site site, ProcessView process, String growth) {
        Optional<Frame> caller = caller(process);
        String who = caller.map(frame -> " Requests are sent in " + CrashStory.place(frame) + ".")
                .orElse("");
        return Finding.observed(
                        id,
                        subject(site, caller),
                        "%,d client connections%s wait until the body of a response is read or closed.%s"
                                .formatted(site.count(), growth, who),
                        site.cites().getFirst())
                .citing(site.cites())
                .with(CONNECTIONS, Quantity.count(site.count()));
    }

    private static Subject subject(Site site, Optional<Frame> caller) {
        return caller.<Subject>map(frame ->
                        new Subject.Function(frame, site.points().getFirst().frames()))
                .orElseGet(() -> new Subject.CreationSite(
                        site.createdBy().orElseThrow(), site.points().getFirst().frames()));
    }

    /// Connections do not show who asked for them: an own function that is sending a request in one of the
    /// dumps or profiles is the best guess.
    private static Optional<Frame> caller(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        Stream<List<Frame>> dumped = process.all(GoroutineDump.class).stream()
                .flatMap(dump -> dump.groups().stream())
                .map(group -> group.stack().frames());
        Stream<List<Frame>> counted = process.fact(CountedStack.FACT).stream().map(CountedStack::frames);
        return Stream.concat(dumped, counted)
                .filter(frames -> frames.stream()
                        .anyMatch(frame -> frame.function().canonical().startsWith("net/http.(*Client).")))
                .flatMap(frames -> frames.stream().filter(own::isOwn).limit(1))
                .findFirst();
    }
}
