package dev.whydunit.evaluation.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// What stands beside a fault: another process that is well in the same log, goroutines in another order.
final class Company {

    /// Lines of one process before the other has its turn.
    private static final int TURN = 60;

    private final List<String> healthyDumps;

    /// @param healthyDumps dumps of services that are well, as plain text
    Company(List<String> healthyDumps) {
        this.healthyDumps = List.copyOf(healthyDumps);
    }

    List<Mutation> all() {
        Mutation order = new Mutation("shuffled", Company::shuffled);
        return healthyDumps.isEmpty()
                ? List.of(order)
                : List.of(order, new Mutation("healthy-neighbour", this::healthyNeighbour));
    }

    /// The order of goroutines in a dump says nothing; the first is the one that took it.
    private static boolean shuffled(Variant variant, RandomGenerator random) {
        List<String> dumps = variant.plainTexts().stream()
                .filter(name -> variant.text(name).startsWith("goroutine "))
                .filter(name -> !variant.text(name).startsWith("goroutine profile"))
                .toList();
        return variant.rewrite(dumps, text -> {
            List<String> stacks = new ArrayList<>(List.of(text.strip().split("\n\n")));
            Collections.shuffle(stacks.subList(1, stacks.size()), new Random(random.nextLong()));
            return String.join("\n\n", stacks) + "\n";
        });
    }

    /// Two pods in one log, the lines by turns.
    private boolean healthyNeighbour(Variant variant, RandomGenerator random) {
        List<String> plain = variant.plainTexts();
        if (plain.size() != variant.files().size() || plain.size() != 1) {
            return false;
        }
        String other = healthyDumps.get(random.nextInt(healthyDumps.size()));
        return variant.rewrite(plain, text -> woven(text, other));
    }

    private static String woven(String first, String second) {
        Iterator<String> one =
                first.lines().map(line -> "[pod/web-5d4/app] " + line).iterator();
        Iterator<String> two =
                second.lines().map(line -> "[pod/web-9f1/app] " + line).iterator();
        List<String> lines = new ArrayList<>();
        while (one.hasNext() || two.hasNext()) {
            turn(one, lines);
            turn(two, lines);
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static void turn(Iterator<String> from, List<String> lines) {
        for (int i = 0; i < TURN && from.hasNext(); i++) {
            lines.add(from.next());
        }
    }
}
