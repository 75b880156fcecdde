package dev.whydunit.evaluation.mutation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What differs between the dumps of two programs or two releases of Go that have one fault.
final class DumpSyntax {

    private static final Pattern GOROUTINE = Pattern.compile("\\bgoroutine (\\d+)\\b(?! profile)");
    private static final Pattern CREATOR_ID = Pattern.compile(" in goroutine \\d+(?=[\\s\\\\\"]|$)");
    private static final Pattern MINUTES = Pattern.compile(", (\\d+) minutes(?=[,\\]])");
    private static final Pattern SEMAPHORES =
            Pattern.compile("(?<=\\[)sync\\.(?:Mutex\\.Lock|RWMutex\\.R?Lock|WaitGroup\\.Wait)(?=[,\\]])");
    private static final Pattern ARGUMENTS = Pattern.compile("(?<=[\\w\\])])\\((?:\\{?0x[^()]*)\\)(?=[\\s\\\\\"]|$)");
    private static final Pattern MODULE = Pattern.compile("example\\.com/([a-z]+)\\b");

    private static final int MOST_SHIFT = 5_000_000;
    private static final int MOST_MINUTES = 900;

    private DumpSyntax() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("other-ids", DumpSyntax::otherIds),
                new Mutation("no-creator-ids", DumpSyntax::noCreatorIds),
                new Mutation("older", DumpSyntax::older),
                new Mutation("unnamed-semaphores", DumpSyntax::unnamedSemaphores),
                new Mutation("no-arguments", DumpSyntax::noArguments),
                new Mutation("other-module", DumpSyntax::otherModule));
    }

    /// A program that has run for longer.
    private static boolean otherIds(Variant variant, RandomGenerator random) {
        int shift = random.nextInt(1, MOST_SHIFT);
        return variant.rewrite(
                variant.texts(),
                text -> replaced(GOROUTINE, text, number -> "goroutine " + (number <= 1 ? number : number + shift)));
    }

    /// As before Go 1.21.
    private static boolean noCreatorIds(Variant variant, RandomGenerator random) {
        return variant.rewrite(variant.texts(), text -> CREATOR_ID.matcher(text).replaceAll(""));
    }

    /// What stands still has stood for longer.
    private static boolean older(Variant variant, RandomGenerator random) {
        int more = random.nextInt(1, MOST_MINUTES);
        return variant.rewrite(
                variant.texts(), text -> replaced(MINUTES, text, minutes -> ", " + (minutes + more) + " minutes"));
    }

    /// As before Go 1.20, and 1.25 for a WaitGroup.
    private static boolean unnamedSemaphores(Variant variant, RandomGenerator random) {
        return variant.rewrite(variant.texts(), text -> SEMAPHORES.matcher(text).replaceAll("semacquire"));
    }

    /// As where all calls are inlined: which object it is does not show, so it may stay open.
    private static boolean noArguments(Variant variant, RandomGenerator random) {
        variant.loses();
        return variant.rewrite(variant.texts(), text -> ARGUMENTS.matcher(text).replaceAll("(...)"));
    }

    /// The same program at another company's.
    private static boolean otherModule(Variant variant, RandomGenerator random) {
        String home = "git%d.corp.internal/team-%d".formatted(random.nextInt(100), random.nextInt(100));
        return variant.isAllText()
                && variant.rewrite(variant.texts(), text -> MODULE.matcher(text).replaceAll(home + "/$1"));
    }

    private interface NumberText {
        String of(long number);
    }

    private static String replaced(Pattern pattern, String text, NumberText replacement) {
        Matcher matcher = pattern.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(replacement.of(Long.parseLong(found.group(1)))));
    }
}
