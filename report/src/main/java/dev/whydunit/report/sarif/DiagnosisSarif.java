package dev.whydunit.report.sarif;

import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.SourceLine;
import dev.whydunit.report.Places;
import dev.whydunit.report.Report;
import dev.whydunit.report.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A diagnosis as SARIF 2.1.0: a verdict is a result at the first line of its subject, its proof are related locations
/// in the inputs.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
public final class DiagnosisSarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /// Related places of one result.
    private static final int MOST_PLACES = 20;

    private final JsonWriter json = new JsonWriter();
    private final Report report;
    private final List<Verdict> verdicts;

    private DiagnosisSarif(Report report) {
        this.report = report;
        // That nothing is wrong is no result.
        this.verdicts = report.diagnosis().verdicts().stream()
                .filter(verdict -> !verdict.reasons().isEmpty())
                .toList();
    }

    /// The whole document, with a line end.
    public static String of(Report report) {
        return new DiagnosisSarif(report).write();
    }

    private String write() {
        json.object(() -> {
            json.key("$schema").string(SCHEMA);
            json.key("version").string("2.1.0");
            json.key("runs").array(() -> {
                json.element();
                json.object(() -> {
                    tool();
                    list("artifacts", report.inputs(), this::artifact);
                    invocation();
                    list("results", verdicts, this::result);
                });
            });
        });
        return json.toString();
    }

    private <T> void list(String key, List<T> values, Consumer<T> each) {
        json.key(key)
                .array(() -> values.forEach(value -> {
                    json.element();
                    json.object(() -> each.accept(value));
                }));
    }

    private void tool() {
        json.key("tool")
                .object(() -> json.key("driver").object(() -> {
                    json.key("name").string("whydunit");
                    json.key("version").string(report.version());
                    var seen = new HashSet<String>();
                    list(
                            "rules",
                            verdicts.stream()
                                    .filter(verdict -> seen.add(verdict.cause().text()))
                                    .toList(),
                            this::rule);
                }));
    }

    private void rule(Verdict verdict) {
        json.key("id").string(verdict.cause().text());
        message("shortDescription", verdict.cause().text().replace('-', ' '));
        message("help", verdict.narrative().remedy().text());
        json.key("defaultConfiguration").object(() -> json.key("level").string(level(verdict.severity())));
    }

    private void artifact(Report.Input input) {
        json.key("location").object(() -> json.key("uri").string(uri(input.path())));
        json.key("length").number(input.bytes());
    }

    private void invocation() {
        json.key("invocations").array(() -> {
            json.element();
            json.object(() -> {
                json.key("executionSuccessful")
                        .literal(report.diagnosis().faults().isEmpty());
                list("toolExecutionNotifications", report.gaps(), gap -> {
                    json.key("level").string("warning");
                    message("message", gap.why());
                    json.key("locations").array(() -> {
                        json.element();
                        json.object(() -> place(gap.at()));
                    });
                });
            });
        });
    }

    private void result(Verdict verdict) {
        json.key("ruleId").string(verdict.cause().text());
        json.key("level").string(level(verdict.severity()));
        json.key("rank").number(100 * verdict.confidence());
        message(
                "message",
                verdict.narrative().title() + ". " + verdict.narrative().explanation());
        var source = Places.frames(verdict.subject()).stream()
                .filter(frame -> frame.location().isPresent())
                .limit(1)
                .toList();
        var shown = verdict.reasons().stream()
                .flatMap(reason -> reason.finding().cites().stream())
                .distinct()
                .limit(MOST_PLACES)
                .toList();
        if (source.isEmpty()) {
            list("locations", shown.stream().limit(1).toList(), this::place);
        } else {
            list("locations", source, this::frame);
        }
        list("relatedLocations", shown, this::place);
        json.key("partialFingerprints")
                .object(() -> json.key("causeAndSubject/v1")
                        .string(verdict.cause().text() + "/" + verdict.subject().key()));
        properties(verdict);
    }

    private void properties(Verdict verdict) {
        json.key("properties").object(() -> {
            json.key("confidence").number(verdict.confidence());
            json.key("causes").array(() -> {
                json.element();
                json.string(verdict.cause().text());
            });
            json.key("severity").string(verdict.severity().name().toLowerCase(Locale.ROOT));
        });
    }

    private void frame(Frame frame) {
        frame.location().ifPresent(this::sourceLine);
        list("logicalLocations", List.of(frame), one -> {
            json.key("fullyQualifiedName").string(one.function().canonical());
            json.key("kind").string("function");
        });
    }

    private void sourceLine(SourceLine line) {
        physical(line.file(), line.line());
    }

    private void place(Cite cite) {
        physical(cite.path(), cite.line());
    }

    private void physical(String path, long line) {
        json.key("physicalLocation").object(() -> {
            json.key("artifactLocation").object(() -> json.key("uri").string(uri(path)));
            if (line > 0) {
                json.key("region").object(() -> json.key("startLine").number(line));
            }
        });
    }

    private void message(String key, String text) {
        json.key(key).object(() -> json.key("text").string(text));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case INFO -> "note";
        };
    }

    /// A path as a URI reference: SARIF wants no spaces, backslashes or bare percent signs.
    private static String uri(String path) {
        var out = new StringBuilder();
        boolean drive = path.length() > 1 && path.charAt(1) == ':';
        out.append(drive ? "file:///" : "");
        for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = Character.isLetterOrDigit(c) || "-._~/!@,+=()".indexOf(c) >= 0 || (drive && c == ':');
            if (c < 0x80 && plain) {
                out.append(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return out.toString();
    }
}
