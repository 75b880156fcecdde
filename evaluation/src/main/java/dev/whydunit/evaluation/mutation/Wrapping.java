package dev.whydunit.evaluation.mutation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/// What collectors of logs and those who pack files put around the same evidence.
final class Wrapping {

    private static final int MOST_NOISE = 40;

    private static final List<UnaryOperator<String>> ENVELOPES = List.of(
            Wrapping::docker,
            text -> lines(text, line -> "2026-05-11T03:14:07.120000000Z stderr F " + line),
            text -> lines(text, line -> "2026-05-11T03:14:07.120000000Z " + line),
            text -> lines(text, line -> "May 11 03:14:07 node-3 app[811]: " + line),
            text -> text.replace("\n", "\r\n"));

    private Wrapping() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("envelope", Wrapping::envelope),
                new Mutation("noise", Wrapping::noise),
                new Mutation("other-names", Wrapping::otherNames),
                new Mutation("packed", Wrapping::packed),
                new Mutation("twice", Wrapping::twice));
    }

    private static boolean envelope(Variant variant, RandomGenerator random) {
        UnaryOperator<String> wrap = ENVELOPES.get(random.nextInt(ENVELOPES.size()));
        boolean allPlain = variant.plainTexts().size() == variant.files().size();
        return allPlain && variant.rewrite(variant.plainTexts(), wrap);
    }

    private static String docker(String text) {
        return lines(
                text,
                line -> "{\"log\":\""
                        + line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t")
                        + "\\n\",\"stream\":\"stderr\",\"time\":\"2026-05-11T03:14:07.120Z\"}");
    }

    private static String lines(String text, UnaryOperator<String> change) {
        return text.lines().map(change).collect(Collectors.joining("\n", "", "\n"));
    }

    /// The service's own log around the evidence.
    private static boolean noise(Variant variant, RandomGenerator random) {
        List<String> plain = variant.plainTexts();
        return variant.rewrite(plain, text -> noise(random) + text + noise(random));
    }

    private static String noise(RandomGenerator random) {
        return random.ints(random.nextInt(MOST_NOISE), 0, 1000)
                .mapToObj(number -> String.format(
                        Locale.ROOT,
                        "time=2026-05-11T03:14:%02d.%03dZ level=INFO msg=\"request served\" status=200 duration_ms=%d%n",
                        number % 60,
                        number,
                        number / 7))
                .collect(Collectors.joining());
    }

    /// File names carry no weight.
    private static boolean otherNames(Variant variant, RandomGenerator random) {
        List<Map.Entry<String, byte[]>> files = new ArrayList<>(variant.files().entrySet());
        variant.files().clear();
        for (Map.Entry<String, byte[]> file : files) {
            String suffix = file.getKey().endsWith(".gz") ? ".gz" : "";
            variant.files().put("f%06d%s".formatted(random.nextInt(1_000_000), suffix), file.getValue());
        }
        return variant.files().size() == files.size();
    }

    private static boolean packed(Variant variant, RandomGenerator random) {
        List<String> texts = variant.texts();
        for (String name : texts) {
            variant.files().put(name + ".gz", gzip(variant.bytes(name)));
            variant.files().remove(name);
        }
        return !texts.isEmpty();
    }

    private static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// A file that was sent twice counts once.
    private static boolean twice(Variant variant, RandomGenerator random) {
        List<String> names = List.copyOf(variant.files().keySet());
        String name = names.get(random.nextInt(names.size()));
        variant.files().put("copy-of-" + name, variant.bytes(name));
        return true;
    }
}
