package dev.whydunit.diagnosis.facts.leaks;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.diagnosis.facts.waits.WaitPoints;
import dev.whydunit.evidence.Cite;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The sites of each dump by the place of the dump, the largest first.
public final class Sites implements Fact<Map<Cite, List<Site>>> {

    public static final Sites FACT = new Sites();

    private Sites() {}

    @Override
    public Map<Cite, List<Site>> derive(ProcessView process) {
        return process.fact(WaitPoints.FACT).stream()
                .collect(Collectors.groupingBy(
                        point -> point.dump().cite(),
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
