package dev.whydunit.evaluation.mutation;

import dev.whydunit.evaluation.cases.RecordedCase;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Evidence that was lost on its way: the answer may become `undetermined`, and never another fault.
final class Loss {

    private static final double LEAST_KEPT = 0.3;

    private Loss() {}

    static List<Mutation> all() {
        return List.of(new Mutation("cut", Loss::cut), new Mutation("dropped", Loss::dropped));
    }

    /// A text whose end is missing.
    private static boolean cut(Variant variant, RandomGenerator random) {
        List<String> texts = variant.texts();
        if (texts.isEmpty()) {
            return false;
        }
        String name = texts.get(random.nextInt(texts.size()));
        List<String> lines = variant.text(name).lines().toList();
        int kept = (int) (lines.size() * random.nextDouble(LEAST_KEPT, 1));
        variant.loses();
        variant.alsoRight().add(RecordedCase.HEALTHY);
        return variant.rewrite(
                List.of(name), _ -> lines.stream().limit(kept).collect(Collectors.joining("\n", "", "\n")));
    }

    /// A file that nobody collected. What is left may look well.
    private static boolean dropped(Variant variant, RandomGenerator random) {
        if (variant.files().size() < 2) {
            return false;
        }
        List<String> names = List.copyOf(variant.files().keySet());
        variant.files().remove(names.get(random.nextInt(names.size())));
        variant.loses();
        variant.alsoRight().add(RecordedCase.HEALTHY);
        return true;
    }
}
