package dev.whydunit.diagnosis.detectors.leaks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.diagnosis.facts.waits.WaitPoints;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Goroutines that queue for a connection of a pool, and those who keep the connections.
///
/// Sources: `database/sql/sql.go` (`conn`), `net/http/transport.go` (`getConn`), and the pools of pgx,
/// go-redis, redigo and the MongoDB driver.
public final class PoolQueue implements Detector {

    private static final FindingId QUEUE = new FindingId("pool-queue");
    private static final FindingId HOLDER = new FindingId("pool-holder");
    private static final Measure WAITING = new Measure("goroutines-waiting");

    /// In which calls callers wait for a connection.
    private static final List<String> TAKING = List.of(
            "database/sql.(*DB).conn",
            "net/http.(*Transport).getConn",
            "github.com/jackc/puddle/v2.(*Pool[...]).Acquire",
            "github.com/jackc/puddle/v2.(*Pool[...]).acquire",
            "github.com/jackc/puddle.(*Pool).Acquire",
            "github.com/redis/go-redis/v9/internal/pool.(*ConnPool).waitTurn",
            "github.com/go-redis/redis/v8/internal/pool.(*ConnPool).waitTurn",
            "github.com/gomodule/redigo/redis.(*Pool).waitVacantConn",
            "go.mongodb.org/mongo-driver/x/mongo/driver/topology.(*pool).checkOut");

    /// Packages whose calls work on a connection.
    private static final List<String> USING = List.of(
            "database/sql.",
            "github.com/jackc/pgx",
            "github.com/redis/go-redis",
            "github.com/go-redis/redis",
            "github.com/gomodule/redigo",
            "go.mongodb.org/mongo-driver");

    /// A few callers wait for a moment in a busy service.
    private static final long QUEUED = 8;

    /// Fewer are enough when they have waited so long.
    private static final long OLD_QUEUED = 2;

    @Override
    public String id() {
        return "pool-queue";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(QUEUE, HOLDER);
    }

    @Override
    public Detection detect(ProcessView process) {
        Map<Cite, List<WaitPoint>> byDump = process.fact(WaitPoints.FACT).stream()
                .collect(Collectors.groupingBy(point -> point.dump().cite(), LinkedHashMap::new, Collectors.toList()));
        return Detection.of(byDump.values().stream()
                .flatMap(points -> finding(points).stream())
                .toList());
    }

    private static Optional<Finding> finding(List<WaitPoint> points) {
        List<WaitPoint> queue = points.stream()
                .filter(point -> !point.own().isEmpty() && waitsForConnection(point))
                .toList();
        long count = count(queue);
        boolean old = queue.stream().anyMatch(point -> point.waitsFor(1));
        if (count < (old ? OLD_QUEUED : QUEUED)) {
            return Optional.empty();
        }
        Optional<WaitPoint> holder = points.stream()
                .filter(point -> !queue.contains(point) && !point.own().isEmpty() && usesConnection(point))
                .max(Comparator.comparingLong(point -> point.group().count()));
        return Optional.of(holder.map(point -> held(point, queue, count)).orElseGet(() -> queued(queue, count)));
    }

    private static long count(List<WaitPoint> points) {
        return points.stream().mapToLong(point -> point.group().count()).sum();
    }

    /// The call stands above the program's own frames.
    private static boolean waitsForConnection(WaitPoint point) {
        return callees(point).stream().anyMatch(TAKING::contains);
    }

    private static boolean usesConnection(WaitPoint point) {
        return callees(point).stream().anyMatch(name -> USING.stream().anyMatch(name::startsWith));
    }

    private static List<String> callees(WaitPoint point) {
        Frame own = point.own().getFirst();
        return point.group().stack().frames().stream()
                .takeWhile(frame -> !frame.equals(own))
                .map(frame -> frame.function().canonical())
                .toList();
    }

    private static Finding held(WaitPoint holder, List<WaitPoint> queue, long count) {
        return Finding.observed(
                        HOLDER,
                        subject(holder.own()),
                        "%,d goroutines queue for a connection of the pool; %,d have one and are in %s of %s."
                                .formatted(
                                        count,
                                        holder.group().count(),
                                        holder.operation().text(),
                                        CrashStory.place(holder.own().getFirst())),
                        holder.group().cite())
                .citing(queue.stream().map(point -> point.group().cite()).toList())
                .with(WAITING, Quantity.count(count));
    }

    private static Finding queued(List<WaitPoint> queue, long count) {
        WaitPoint deepest = queue.stream()
                .max(Comparator.comparingLong(point -> point.group().count()))
                .orElseThrow();
        return Finding.observed(
                        QUEUE,
                        subject(deepest.own()),
                        "%,d goroutines queue for a connection of the pool in %s, and no goroutine is seen to use one."
                                .formatted(count, CrashStory.place(deepest.own().getFirst())),
                        deepest.group().cite())
                .citing(queue.stream().map(point -> point.group().cite()).toList())
                .with(WAITING, Quantity.count(count));
    }

    private static Subject subject(List<Frame> own) {
        return new Subject.Function(own.getFirst(), own.stream().skip(1).toList());
    }
}
