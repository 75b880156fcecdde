package dev.whydunit.formats.metrics;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.log.PoolStatistics;
import dev.whydunit.evidence.memory.MemoryStatistics;
import dev.whydunit.evidence.memory.ResidentMemory;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.metrics.MetricNames.PoolFigure;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Reads one page of metrics: its lines follow one another, a line of another shape ends it.
final class MetricsSection implements Section {
    private static final int MOST_POOLS = 100;
    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    private final SectionContext context;
    private final Map<String, Double> memory = new HashMap<>();
    private final Map<String, Pool> pools = new TreeMap<>();
    private Optional<Cite> memoryAt = Optional.empty();
    private Optional<ResidentMemory> resident = Optional.empty();
    private Optional<String> goVersion = Optional.empty();

    private static final class Pool {
        private final Map<PoolFigure, Double> figures = new EnumMap<>(PoolFigure.class);
        private Cite cite;

        Pool(Cite first) {
            cite = first;
        }
    }

    MetricsSection(SectionContext context) {
        this.context = context;
    }

    @Override
    public Step accept(Line line) {
        if (line.isEmpty() || line.at(0) == '#') {
            return Step.TAKEN;
        }
        var metric = MetricLine.parse(line);
        metric.ifPresent(parsed -> metric(parsed, line));
        return metric.isPresent() ? Step.TAKEN : Step.ENDED;
    }

    private void metric(MetricLine metric, Line line) {
        var field = MetricNames.MEMORY.get(metric.name());
        var figure = MetricNames.POOL.get(metric.name());
        if (Double.isNaN(metric.value()) || Double.isInfinite(metric.value())) {
            return;
        }
        if (field != null) {
            memory.put(field, metric.name().equals(MetricNames.LAST_GC) ? metric.value() * NANOS : metric.value());
            memoryAt = Optional.of(memoryAt.map(cite -> upTo(cite, line)).orElseGet(() -> line.cite(context.path())));
        } else if (figure != null) {
            var name = metric.label("db_name").isEmpty() ? metric.label("db") : metric.label("db_name");
            if (pools.size() < MOST_POOLS || pools.containsKey(name)) {
                var pool = pools.computeIfAbsent(name, _ -> new Pool(line.cite(context.path())));
                pool.figures.put(figure, metric.value());
                pool.cite = upTo(pool.cite, line);
            }
        } else if (metric.name().equals(MetricNames.RESIDENT_MEMORY)) {
            resident = Optional.of(new ResidentMemory(
                    context.origin(), line.cite(context.path()), (long) metric.value(), line.text()));
        } else if (metric.name().equals(MetricNames.GO_INFO)) {
            goVersion = Optional.of(metric.label("version")).filter(version -> version.startsWith("go"));
        }
    }

    private static Cite upTo(Cite first, Line last) {
        return new Cite(first.path(), first.line(), first.from(), Math.max(first.to(), last.placeTo()));
    }

    @Override
    public void finish(boolean cut, EvidenceSink sink) {
        var origin = goVersion
                .map(version -> context.origin().of(context.origin().process().withGoVersion(version)))
                .orElse(context.origin());
        memoryAt.ifPresent(cite -> sink.evidence(new MemoryStatistics(origin, cite, memory)));
        resident.ifPresent(
                memory -> sink.evidence(new ResidentMemory(origin, memory.cite(), memory.bytes(), memory.text())));
        pools.forEach((name, pool) -> sink.evidence(statistics(origin, name, pool)));
    }

    private static PoolStatistics statistics(Origin origin, String name, Pool pool) {
        var sample = new PoolStatistics.Sample(
                figure(pool, PoolFigure.MAX, 1),
                figure(pool, PoolFigure.OPEN, 1),
                figure(pool, PoolFigure.IN_USE, 1),
                figure(pool, PoolFigure.IDLE, 1),
                figure(pool, PoolFigure.WAIT_COUNT, 1),
                figure(pool, PoolFigure.WAIT_SECONDS, MILLIS),
                pool.cite);
        return new PoolStatistics(origin, pool.cite, name, List.of(sample));
    }

    private static OptionalLong figure(Pool pool, PoolFigure figure, double factor) {
        Double value = pool.figures.get(figure);
        return value == null ? OptionalLong.empty() : OptionalLong.of((long) (value * factor));
    }
}
