package dev.whydunit.capture;

import dev.whydunit.capture.Connection.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Collects a folder of evidence from a live process.
///
/// It never worsens the incident: goroutines are counted first, and what stops the world for long with many of them
/// (debug=2, the leak profile) is left out above a number. Requests go one after the other.
public final class Capture {
    /// Measured: 9.5 s of stopped world for a dump of 14,820 goroutines.
    public static final long MOST_GOROUTINES = 5_000;

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int DUMPS = 3;
    private static final long MOST_CPU_SECONDS = 10;
    private static final String COUNT_TITLE = "total ";
    private static final int OK = 200;

    private final Endpoint endpoint;
    private final Connection connection;
    private final CaptureOptions options;
    private final Clock clock;
    private final Consumer<String> progress;
    private final List<Manifest.Taken> taken = new ArrayList<>();
    private final List<Manifest.Refused> refused = new ArrayList<>();
    private long bytesLeft;

    public Capture(
            Endpoint endpoint, Connection connection, CaptureOptions options, Clock clock, Consumer<String> progress) {
        this.endpoint = endpoint;
        this.connection = connection;
        this.options = options;
        this.clock = clock;
        this.progress = progress;
        this.bytesLeft = options.most();
    }

    /// What would be asked, in order.
    public List<String> plan() {
        var plan = new ArrayList<String>();
        steps(false).forEach(step -> plan.add("GET " + endpoint + "/" + step.target() + " -> " + step.file()));
        plan.add("GET /metrics -> metrics.txt");
        return plan;
    }

    private record Step(String file, String target, Duration answer) {}

    private List<Step> steps(boolean many) {
        long cpu = Math.clamp(options.duration().toSeconds() / 3, 1, MOST_CPU_SECONDS);
        var steps = new ArrayList<Step>();
        steps.add(new Step("heap-1.pb.gz", "heap", ANSWER));
        addDump(steps, 1, many);
        steps.add(new Step("allocs.pb.gz", "allocs", ANSWER));
        steps.add(new Step("mutex.pb.gz", "mutex", ANSWER));
        steps.add(new Step("block.pb.gz", "block", ANSWER));
        steps.add(new Step("threadcreate.pb.gz", "threadcreate", ANSWER));
        steps.add(new Step("cpu.pb.gz", "profile?seconds=" + cpu, ANSWER.plusSeconds(cpu)));
        addDump(steps, 2, many);
        steps.add(new Step("trace.out", "trace?seconds=1", ANSWER));
        if (!many) {
            steps.add(new Step("goroutineleak.txt", "goroutineleak?debug=1", ANSWER));
        }
        addDump(steps, DUMPS, many);
        steps.add(new Step("heap-2.pb.gz", "heap", ANSWER));
        return steps;
    }

    private static void addDump(List<Step> steps, int number, boolean many) {
        if (!many) {
            steps.add(new Step("goroutines-" + number + ".txt", "goroutine?debug=2", ANSWER));
        } else {
            steps.add(new Step("goroutines-" + number + ".pb.gz", "goroutine", ANSWER));
        }
    }

    /// Takes everything; the manifest is in the folder, too.
    ///
    /// @throws IOException where the folder cannot be written, or nothing at all was answered
    public Manifest take(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        waitForTrigger();
        byte[] count = ask("goroutines-count.txt", endpoint.profile("goroutine?debug=1"), ANSWER, folder);
        var goroutines = goroutines(count);
        boolean many = !options.full() && goroutines.orElse(Double.MAX_VALUE) >= MOST_GOROUTINES;
        if (many) {
            refused.add(
                    new Manifest.Refused(
                            "goroutine?debug=2",
                            goroutines.isEmpty()
                                    ? "the number of goroutines is not known: not asked for, --full asks for it"
                                    : (long) goroutines.getAsDouble()
                                            + " goroutines would stop the process for long: not asked for, --full asks for it"));
        }
        takeSteps(steps(many), folder);
        ask("metrics.txt", endpoint.metrics(), ANSWER, folder);
        var command = commandLine();
        if (taken.isEmpty()) {
            throw new IOException(
                    endpoint + " answered nothing: " + refused.getFirst().why());
        }
        var manifest = new Manifest(endpoint.toString(), endpoint.server().getAuthority(), command, taken, refused);
        manifest.write(folder);
        return manifest;
    }

    private void takeSteps(List<Step> steps, Path folder) throws IOException, InterruptedException {
        var end = clock.instant().plus(options.duration());
        boolean offered = !taken.isEmpty();
        for (int i = 0; i < steps.size() && offered; i++) {
            boolean isLast = i >= steps.size() - 2;
            var left = Duration.between(clock.instant(), end);
            // The last dump and heap profile stand at the end, so that growth can be seen.
            if (isLast && left.isPositive()) {
                progress.accept("waiting " + left.toSeconds() + " s for the last dump");
                Thread.sleep(left);
            }
            var step = steps.get(i);
            ask(step.file(), endpoint.profile(step.target()), step.answer(), folder);
        }
    }

    /// @throws IOException where what the process tells can never make the trigger hold
    private void waitForTrigger() throws IOException, InterruptedException {
        if (options.trigger().isEmpty()) {
            return;
        }
        var trigger = options.trigger().get();
        var figures = figures();
        tellUntold(trigger, figures);
        while (!trigger.holds(figures)) {
            progress.accept("waiting for the trigger");
            Thread.sleep(POLL);
            figures = figures();
        }
    }

    private void tellUntold(Trigger trigger, MetricsPage figures) throws IOException {
        var untold = String.join(", ", trigger.untold(figures));
        if (!trigger.canHold(figures)) {
            throw new IOException(endpoint + " does not tell " + untold
                    + ", so the trigger would never hold: use goroutines, or figures that its /metrics has");
        }
        if (!untold.isEmpty()) {
            progress.accept("not told by the process, so never true: " + untold);
        }
    }

    private MetricsPage figures() {
        byte[] page = body(endpoint.metrics());
        var counted = new MetricsPage(page, OptionalDouble.empty());
        return counted.value("goroutines").isPresent()
                ? counted
                : new MetricsPage(page, goroutines(body(endpoint.profile("goroutine?debug=1"))));
    }

    private byte[] body(String target) {
        try {
            var answer = connection.get(target, options.most(), ANSWER);
            return answer.status() == OK ? answer.body() : new byte[0];
        } catch (IOException _) {
            return new byte[0];
        }
    }

    /// The number of `goroutine profile: total N`.
    private static OptionalDouble goroutines(byte[] page) {
        var title = new String(page, 0, Math.min(page.length, 100), StandardCharsets.US_ASCII);
        int from = title.indexOf(COUNT_TITLE);
        int end = title.indexOf('\n');
        if (from < 0 || end < from) {
            return OptionalDouble.empty();
        }
        var number = title.substring(from + COUNT_TITLE.length(), end).strip();
        boolean isNumber =
                !number.isEmpty() && number.length() < 10 && number.chars().allMatch(Character::isDigit);
        return isNumber ? OptionalDouble.of((double) Long.parseLong(number)) : OptionalDouble.empty();
    }

    /// Asks for one file and writes it; its bytes, none where it was refused.
    private byte[] ask(String file, String target, Duration timeout, Path folder) throws IOException {
        progress.accept(file);
        var at = clock.instant();
        Answer answer;
        try {
            answer = connection.get(target, bytesLeft, timeout);
        } catch (IOException e) {
            refused.add(new Manifest.Refused(file, String.valueOf(e.getMessage())));
            return new byte[0];
        }
        if (answer.status() != OK) {
            boolean redirect = answer.status() >= 300 && answer.status() < 400;
            refused.add(new Manifest.Refused(
                    file, "status " + answer.status() + (redirect ? ": redirects are not followed" : "")));
            return new byte[0];
        }
        if (answer.cut()) {
            refused.add(new Manifest.Refused(file, "larger than the bytes left of " + options.most()));
            return new byte[0];
        }
        bytesLeft -= answer.body().length;
        Files.write(folder.resolve(file), answer.body());
        taken.add(new Manifest.Taken(file, at, answer.status(), answer.body().length));
        return answer.body();
    }

    /// The program's name and the names of its flags: their values may be secret.
    private String commandLine() {
        byte[] body = body(endpoint.profile("cmdline"));
        if (body.length == 0) {
            refused.add(new Manifest.Refused("cmdline", "not offered"));
        }
        var words = new String(body, StandardCharsets.UTF_8).split("\0", -1);
        var kept = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (words[i].startsWith("-")) {
                kept.append(' ').append(equals < 0 ? words[i] : words[i].substring(0, equals));
            }
        }
        return kept.toString();
    }
}
