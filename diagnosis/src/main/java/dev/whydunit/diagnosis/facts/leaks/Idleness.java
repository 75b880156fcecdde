package dev.whydunit.diagnosis.facts.leaks;

import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.evidence.FunctionName;
import java.util.List;
import java.util.Optional;

/// Tells goroutines that wait for work, as they should, from goroutines that wait for ever.
///
/// Goroutine numbers grow: a pool that was started in one go has numbers in a row, what leaks has numbers
/// spread over the life of the process. Goroutines of a living connection stand beside one that reads from
/// it.
public final class Idleness {

    /// Numbers in a row: a pool's workers may have a few others started between them.
    private static final double ROW = 2;

    /// As many readers as this share of the site show that their connections live.
    private static final double SHARE_OF_READERS = 0.5;

    /// What net/http starts for each connection whose handler runs.
    private static final FunctionName WATCHER = new FunctionName("net/http.(*connReader).backgroundRead");

    private static final FunctionName HTTP_SERVER = new FunctionName("net/http.(*Server).Serve");

    private final List<Site> all;

    /// @param all the sites of one dump
    public Idleness(List<Site> all) {
        this.all = List.copyOf(all);
    }

    /// Whether the goroutines of a site were started in one go.
    public static boolean isPool(Site site) {
        long min = site.ids().min().orElse(0);
        long max = site.ids().max().orElse(0);
        long kept = site.ids().count();
        return max - min + 1 <= kept * ROW && site.parents() <= 1;
    }

    /// Whether each goroutine of a site belongs to a connection that is being read: another goroutine of
    /// the same creator stands in I/O, or net/http watches the client of a running handler.
    public boolean isOfConnections(Site site) {
        return readersBeside(site) >= site.count() * SHARE_OF_READERS;
    }

    private long readersBeside(Site site) {
        Optional<FunctionName> creator = site.creator();
        if (creator.filter(HTTP_SERVER::equals).isPresent()) {
            return count(other -> other.points().stream()
                    .anyMatch(point -> point.group().stack().calls(WATCHER.canonical())));
        }
        return count(other ->
                !other.key().equals(site.key()) && other.operation() == Operation.IO && sharesMaker(other, site));
    }

    /// Made by one function, or one of them by the function that the other runs.
    private static boolean sharesMaker(Site reader, Site site) {
        Optional<FunctionName> maker = site.creator();
        return maker.isPresent()
                && (maker.equals(reader.creator())
                        || reader.own().stream()
                                .anyMatch(frame ->
                                        maker.get().equals(frame.function().enclosing())));
    }

    private long count(java.util.function.Predicate<Site> which) {
        return all.stream().filter(which).mapToLong(Site::count).sum();
    }

    /// Whether goroutines wake up now and then although they are old: a younger goroutine of the dump
    /// shows minutes, these show none.
    public boolean wakesUp(Site site) {
        long median = median(site);
        boolean youngerWaits = all.stream()
                .filter(other -> !other.key().equals(site.key()) && other.longest() > 0)
                .flatMap(Site::members)
                .anyMatch(member -> member.waitMinutes().isPresent() && member.id() > median);
        return site.longest() == 0 && youngerWaits;
    }

    private static long median(Site site) {
        long[] ids = site.ids().sorted().toArray();
        return ids[ids.length / 2];
    }

    /// Whether goroutines that the waiting function made are still there, other than these.
    public boolean hasLivingSiblings(Site site) {
        return site.own().stream()
                .limit(1)
                .map(frame -> frame.function().enclosing())
                .anyMatch(function -> all.stream()
                        .filter(other -> !other.key().equals(site.key()))
                        .anyMatch(other ->
                                other.creator().filter(function::equals).isPresent()));
    }
}
