package dev.whydunit.formats.envelope;

import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.time.Timestamps;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Takes the envelopes off one line after the other, layer by layer, and delivers the text to its stream.
final class Peeling {
    /// Docker around CRI around klog around JSON, and one to spare.
    private static final int LAYERS = 6;
    /// Messages that go on later, at once.
    private static final int MOST_PARTIAL = 1_000;

    private static final Set<String> MESSAGES = Set.of("msg", "message", "MESSAGE");
    private static final Set<String> TIMES = Set.of("time", "ts", "timestamp", "@timestamp", "t");
    /// What every line of a logger has and says nothing of a fault.
    private static final Set<String> FRAME_OF_LOGGER =
            Set.of("level", "severity", "lvl", "logger", "caller", "source", "file", "func", "hostname", "pid", "v");

    /// Where guards put the value that they recovered.
    private static final Set<String> PANIC_VALUES =
            Set.of("error", "err", "panic", "recovered", "recover", "reason", "value", "cause", "exception");

    private static final Set<String> LEVELS = Set.of("level", "severity", "lvl");

    private static final Set<String> CALM = Set.of("info", "debug", "trace");

    private static final long NANOS = 1_000_000_000L;
    private static final double SECONDS_BELOW = 1e11;
    private static final double MILLIS_BELOW = 1e14;

    private final Streams streams;
    private final int longestText;
    private final Map<String, ByteArrayOutputStream> partial = new HashMap<>();

    Peeling(Streams streams, int longestText) {
        this.streams = streams;
        this.longestText = longestText;
    }

    /// Feeds the next line of the input.
    void line(Line line) {
        peel(Message.of(line), line, 0);
    }

    /// Whether a line has an envelope that this takes off.
    static boolean hasEnvelope(Line line) {
        var message = Message.of(line);
        return Ansi.isIn(line.buffer(), line.from(), line.to())
                || isObject(message)
                || KeyValues.isOne(message)
                || Prefixes.peel(message);
    }

    private static boolean isObject(Message message) {
        return message.at(0) == '{' && message.at(1) == '"';
    }

    private void peel(Message given, Line line, int layers) {
        var message = given;
        if (Ansi.isIn(message.buffer, message.from, message.to)) {
            message = message.withText(Ansi.without(message.buffer, message.from, message.to));
        }
        int depth = layers;
        while (depth < LAYERS && Prefixes.peel(message)) {
            depth++;
        }
        if (!joined(message)) {
            return;
        }
        if (depth < LAYERS && isObject(message)) {
            object(message, line, depth + 1);
        } else if (depth < LAYERS && KeyValues.isOne(message)) {
            keyValues(message, line, depth + 1);
        } else {
            streams.deliver(message, line);
        }
    }

    /// Joins the parts of a message; false where it goes on.
    private boolean joined(Message message) {
        if (!message.partial && partial.isEmpty()) {
            return true;
        }
        var key = message.process + message.output;
        var before = partial.get(key);
        boolean goesOn = message.partial && (before != null || partial.size() < MOST_PARTIAL);
        if (goesOn && (before == null || before.size() + message.length() <= longestText)) {
            partial.computeIfAbsent(key, _ -> new ByteArrayOutputStream())
                    .write(message.buffer, message.from, message.length());
            return false;
        }
        message.partial = false;
        if (before != null) {
            partial.remove(key);
            before.write(message.buffer, message.from, message.length());
            message.buffer = before.toByteArray();
            message.from = 0;
            message.to = message.buffer.length;
        }
        return true;
    }

    private void object(Message message, Line line, int depth) {
        var fields = JsonFields.of(message.buffer, message.from, message.to);
        var log = fields.stream()
                .filter(field -> field.isString() && field.name().equals("log"))
                .findFirst();
        if (log.isPresent() && fields.stream().anyMatch(field -> field.name().equals("stream"))) {
            docker(message, line, depth, fields, log.get());
            return;
        }
        fields.forEach(field -> describe(message, field));
        var summary = new StringBuilder();
        for (var field : fields) {
            if (field.isString() && isMultiLine(field.value())) {
                lines(message.withText(withPanic(field, fields)), line, depth);
            } else {
                summarize(field, summary);
            }
        }
        level(fields, summary);
        // An empty message stands for an empty line, which ends a goroutine.
        boolean emptyMessage =
                fields.stream().anyMatch(field -> MESSAGES.contains(field.name()) && field.value().length == 0);
        if (!summary.isEmpty() || emptyMessage) {
            var text = summary.toString().replace('\n', ' ').getBytes(StandardCharsets.UTF_8);
            peel(message.withText(text), line, LAYERS - 1 <= depth ? LAYERS : depth);
        }
    }

    /// `{"log":"text\n","stream":"stderr","time":"..."}`; a text without a newline goes on in the next one.
    private void docker(Message message, Line line, int depth, List<JsonFields.Field> fields, JsonFields.Field log) {
        for (var field : fields) {
            if (field.name().equals("stream")) {
                message.output = field.text();
            }
            describe(message, field);
        }
        byte[] text = log.value();
        var inner = message.withText(text);
        inner.partial = text.length == 0 || text[text.length - 1] != '\n';
        if (inner.partial) {
            peel(inner, line, depth);
        } else {
            lines(inner, line, depth);
        }
    }

    private static void describe(Message message, JsonFields.Field field) {
        if (TIMES.contains(field.name())) {
            time(field).ifPresent(nanos -> message.nanos = nanos);
        } else if (field.name().equals("__REALTIME_TIMESTAMP")) {
            number(field).ifPresent(micros -> message.nanos = (long) (micros * 1_000));
        } else if (field.name().equals("_HOSTNAME")) {
            message.process = ProcessIdentity.ofHost(field.text(), message.process.pid());
        } else if (field.name().equals("_PID")) {
            var pid = number(field);
            if (pid.isPresent()) {
                message.process = ProcessIdentity.ofHost(
                        message.process.host().orElse(""),
                        OptionalLong.of(pid.get().longValue()));
            }
        }
    }

    private static Optional<Long> time(JsonFields.Field field) {
        var stamp = Timestamps.leading(field.value(), 0, field.value().length);
        if (stamp.isPresent()) {
            return Optional.of(stamp.nanos());
        }
        return number(field).map(Peeling::nanos);
    }

    /// Loggers write seconds, milliseconds or nanoseconds since 1970: told by the size.
    private static long nanos(double number) {
        if (number < SECONDS_BELOW) {
            return (long) (number * NANOS);
        }
        return number < MILLIS_BELOW ? ((long) number) * 1_000_000L : (long) number;
    }

    private static Optional<Double> number(JsonFields.Field field) {
        try {
            return Optional.of(Double.valueOf(field.text())).filter(Double::isFinite);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// A guard that recovers a panic logs value and stack as two fields: together they read as the
    /// standard library and middlewares print them.
    private static byte[] withPanic(JsonFields.Field stack, List<JsonFields.Field> fields) {
        String text = stack.text();
        if (!text.startsWith("goroutine ") || !text.contains("\npanic(")) {
            return stack.value();
        }
        return fields.stream()
                .filter(field -> PANIC_VALUES.contains(field.name()) && !isMultiLine(field.value()))
                .findFirst()
                .map(value -> ("panic recovered: " + value.text() + "\n" + text).getBytes(StandardCharsets.UTF_8))
                .orElse(stack.value());
    }

    /// A line with fields of its own keeps a level at which nothing is wrong: it tells people's words from
    /// errors.
    private static void level(List<JsonFields.Field> fields, StringBuilder summary) {
        boolean hasFields = summary.indexOf("=") > 0;
        fields.stream()
                .filter(field -> LEVELS.contains(field.name())
                        && CALM.contains(field.text().toLowerCase(Locale.ROOT)))
                .findFirst()
                .filter(_ -> hasFields)
                .ifPresent(
                        field -> summary.append(" level=").append(field.text().toLowerCase(Locale.ROOT)));
    }

    private static void summarize(JsonFields.Field field, StringBuilder summary) {
        var name = field.name();
        if (TIMES.contains(name) || FRAME_OF_LOGGER.contains(name) || name.startsWith("_")) {
            return;
        }
        if (MESSAGES.contains(name)) {
            summary.insert(0, summary.isEmpty() ? field.text() : field.text() + " ");
        } else if (!name.contains("SYSLOG") && !name.equals("PRIORITY")) {
            summary.append(summary.isEmpty() ? "" : " ")
                    .append(name)
                    .append('=')
                    .append(field.text());
        }
    }

    /// Texts in quotes that hold a stack are delivered line by line, after the line itself.
    private void keyValues(Message message, Line line, int depth) {
        KeyValues.firstValue(message)
                .map(value -> Timestamps.leading(value, 0, value.length))
                .filter(Timestamps.Stamp::isPresent)
                .ifPresent(stamp -> message.nanos = stamp.nanos());
        streams.deliver(message, line);
        KeyValues.quoted(message).stream()
                .filter(Peeling::isMultiLine)
                .forEach(value -> lines(message.withText(value), line, depth));
    }

    private static boolean isMultiLine(byte[] value) {
        for (byte b : value) {
            if (b == '\n') {
                return true;
            }
        }
        return false;
    }

    /// Each line of a decoded text; the newline at its end begins no other line.
    private void lines(Message message, Line line, int depth) {
        int start = message.from;
        while (start < message.to) {
            int end = start;
            while (end < message.to && message.buffer[end] != '\n') {
                end++;
            }
            var one = new Message(message);
            one.from = start;
            one.to = end > start && message.buffer[end - 1] == '\r' ? end - 1 : end;
            one.partial = false;
            peel(one, line, depth);
            start = end + 1;
        }
    }
}
