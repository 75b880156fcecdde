package dev.whydunit.evaluation.mutation;

import dev.whydunit.evaluation.cases.RecordedCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/// Derives variants of cases. The same cases, number and seed give the same variants.
public final class Mutator {

    /// A variant of a larger case takes as long as a hundred small ones and shows nothing else.
    private static final long LARGEST_CASE = 1 << 20;

    private static final int MOST_CHANGES = 3;

    /// Of a neighbour in one log.
    private static final int LARGEST_DUMP = 200_000;

    private final List<RecordedCase> cases;
    private final List<Mutation> mutations = new ArrayList<>();
    private final Path folder;

    /// @param folder where the variants are written; the caller's to remove
    public Mutator(List<RecordedCase> all, Path folder) throws IOException {
        this.folder = folder;
        List<RecordedCase> small = new ArrayList<>();
        List<String> healthyDumps = new ArrayList<>();
        for (RecordedCase one : all) {
            Map<String, byte[]> files = files(one);
            long size = files.values().stream().mapToLong(file -> file.length).sum();
            if (size <= LARGEST_CASE) {
                small.add(one);
                healthyDump(one, files, healthyDumps);
            }
        }
        this.cases = List.copyOf(small);
        mutations.addAll(DumpSyntax.all());
        mutations.addAll(Loss.all());
        mutations.addAll(new Company(healthyDumps).all());
        mutations.addAll(Wrapping.all());
    }

    private static void healthyDump(RecordedCase one, Map<String, byte[]> files, List<String> dumps) {
        if (one.isHealthy() && files.size() == 1) {
            String text = new String(files.values().iterator().next(), StandardCharsets.ISO_8859_1);
            if (text.startsWith("goroutine ") && text.length() < LARGEST_DUMP) {
                dumps.add(text);
            }
        }
    }

    /// The variants with these numbers; of each case there are about as many.
    public List<RecordedCase> variants(int from, int to, long seed) throws IOException {
        List<RecordedCase> variants = new ArrayList<>();
        for (int i = from; i < to && !cases.isEmpty(); i++) {
            variants.add(variant(cases.get(i % cases.size()), i, new Random(seed * 1_000_003 + i)));
        }
        return variants;
    }

    private RecordedCase variant(RecordedCase of, int number, Random random) throws IOException {
        Variant variant = new Variant(of, files(of));
        int wanted = random.nextInt(1, MOST_CHANGES + 1);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < mutations.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<String> applied = new ArrayList<>();
        for (int index : order.stream().limit(wanted + 2L).sorted().toList()) {
            Mutation mutation = mutations.get(index);
            if (applied.size() < wanted && mutation.change().apply(variant, random)) {
                applied.add(mutation.name());
            }
        }
        return written(of, number, variant, String.join("+", applied));
    }

    private RecordedCase written(RecordedCase of, int number, Variant variant, String changes) throws IOException {
        Path target = Files.createDirectories(folder.resolve("v%06d".formatted(number)));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : variant.files().entrySet()) {
            files.add(Files.write(target.resolve(file.getKey()), file.getValue()));
        }
        return of.moved("%s#%d %s".formatted(of.name(), number, changes), files, variant.alsoRight());
    }

    private static Map<String, byte[]> files(RecordedCase of) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Path path : of.evidence()) {
            String name = String.valueOf(path.getFileName());
            byte[] content = Files.readAllBytes(path);
            boolean packedText = name.endsWith(".gz") && !name.endsWith(".pb.gz") && !name.endsWith(".tar.gz");
            if (packedText) {
                try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
                    content = in.readAllBytes();
                }
                name = name.substring(0, name.length() - ".gz".length());
            }
            files.put(name, content);
        }
        return files;
    }
}
