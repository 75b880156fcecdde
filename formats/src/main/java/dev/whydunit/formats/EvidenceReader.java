package dev.whydunit.formats;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.Origin;
import dev.whydunit.formats.input.InputWalk;
import dev.whydunit.formats.input.Spool;
import dev.whydunit.formats.input.Unpacking;
import dev.whydunit.formats.input.Unpacking.Unpacked;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Reads all evidence below the paths that a person names: folders, files, archives, standard input.
///
/// Every content ends in one report, also one that no format recognises. The result is the same for any order of the
/// inputs and any number of threads; names carry no weight. Where time runs out, what is unread is a gap.
public final class EvidenceReader {
    /// Stands for standard input among the inputs.
    public static final Path STANDARD_INPUT = Path.of("-");

    private final InputStream standardInput;

    /// @param standardInput what [#STANDARD_INPUT] stands for; not closed
    public EvidenceReader(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /// A reader for which standard input is empty.
    public EvidenceReader() {
        this(InputStream.nullInputStream());
    }

    /// Reads everything below these paths.
    ///
    /// @param spent whether time is up; asked often, from several threads
    public Reading read(List<Path> inputs, Limits limits, BooleanSupplier spent) {
        BooleanSupplier stop =
                () -> spent.getAsBoolean() || Thread.currentThread().isInterrupted();
        try (var spool = new Spool()) {
            var unpacked = unpack(inputs, limits, stop, spool);
            var contents = new ContentReader(limits, stop);
            var reports = inParallel(
                    EqualContents.group(unpacked.contents()).stream()
                            .map(group -> (Callable<List<ReadContent>>) () -> contents.read(group))
                            .toList(),
                    limits);
            return reading(unpacked.others(), reports);
        }
    }

    private record AllUnpacked(List<Unpacked> contents, List<ReadContent> others) {}

    private AllUnpacked unpack(List<Path> inputs, Limits limits, BooleanSupplier stop, Spool spool) {
        var unpacking = new Unpacking(limits, stop, spool);
        var walked = InputWalk.walk(
                inputs.stream().filter(input -> !input.equals(STANDARD_INPUT)).toList());
        var manifests = Manifests.of(walked.files());
        var jobs = new ArrayList<Callable<List<Unpacked>>>();
        walked.files().stream()
                .filter(file -> !manifests.isManifest(file))
                .forEach(file -> jobs.add(() -> unpacking.unpack(file.toString(), manifests.origin(file), file)));
        if (inputs.contains(STANDARD_INPUT)) {
            jobs.add(() -> unpacking.unpack(STANDARD_INPUT.toString(), Origin.UNKNOWN, standardInput));
        }
        var others = Stream.concat(
                        walked.refused().stream()
                                .map(lost -> ReadContent.lost(lost.path().toString(), lost.why())),
                        walked.files().stream().filter(manifests::isManifest).map(ReadContent::manifest))
                .toList();
        return new AllUnpacked(inParallel(jobs, limits), others);
    }

    private static Reading reading(List<ReadContent> others, List<ReadContent> read) {
        var all = new ArrayList<>(others);
        all.addAll(read);
        all.sort(Comparator.comparing(content -> content.report().path()));
        return new Reading(
                all.stream().map(ReadContent::report).toList(),
                all.stream().flatMap(content -> content.evidence().stream()).toList());
    }

    /// The results of all jobs, in their order.
    private static <T> List<T> inParallel(List<Callable<List<T>>> jobs, Limits limits) {
        var results = new ArrayList<T>();
        try (var executor = Executors.newFixedThreadPool(
                Math.max(1, limits.threads()),
                job -> Thread.ofPlatform().daemon().unstarted(job))) {
            var futures = jobs.stream().map(executor::submit).toList();
            for (var future : futures) {
                results.addAll(uninterrupted(future));
            }
        }
        return results;
    }

    /// The jobs stop by themselves when time is up; what they have read until then counts.
    private static <T> List<T> uninterrupted(Future<List<T>> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a format has a bug", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// What was made of one content.
    record ReadContent(InputReport report, List<Evidence> evidence) {
        static ReadContent manifest(Path file) {
            return new ReadContent(
                    new InputReport(file.toString(), file.toFile().length(), List.of(Manifests.FORMAT), 0, List.of()),
                    List.of());
        }

        static ReadContent lost(String path, String why) {
            return new ReadContent(
                    new InputReport(path, 0, List.of(), 0, List.of(new Gap(new Cite(path, 0, 0, 0), why))), List.of());
        }
    }
}
