package dev.whydunit.diagnosis.facts.leaks;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.diagnosis.facts.waits.WaitPoints;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The sites of each dump, the largest first.
public final class Sites implements Fact<Map<GoroutineDump, List<Site>>> {

    public static final Sites FACT = new Sites();

    private Sites() {}

    @Override
    public Map<GoroutineDump, List<Site>> derive(ProcessView process) {
        return process.fact(WaitPoints.FACT).stream()
                .collect(Collectors.groupingBy(
                        WaitPoint::dump,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Sites::of)));
    }

    private static List<Site> of(List<WaitPoint> points) {
        Map<Site.Key, List<WaitPoint>> byKey =
                points.stream().collect(Collectors.groupingBy(Site.Key::of, LinkedHashMap::new, Collectors.toList()));
        return byKey.values().stream()
                .map(group -> new Site(group.getFirst().dump(), group.getFirst().operation(), group))
                .sorted(Comparator.comparingLong((Site site) -> -site.count()))
                .toList();
    }
}
