package dev.whydunit.report.json;

import dev.whydunit.diagnosis.Collect;
import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.report.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A diagnosis as JSON, schema `whydunit/diagnosis/1`. Keys may be added; none changes its meaning within a number.
public final class DiagnosisJson {

    /// The schema's id.
    public static final String SCHEMA = "whydunit/diagnosis/1";

    /// So many places of one finding are written: a leak of 100,000 goroutines needs no 100,000 cites.
    private static final int CITES_WRITTEN = 10;

    private final JsonWriter json = new JsonWriter();
    private final Report report;

    private DiagnosisJson(Report report) {
        this.report = report;
    }

    /// The whole document, with a line end.
    public static String of(Report report) {
        return new DiagnosisJson(report).write();
    }

    private String write() {
        Diagnosis diagnosis = report.diagnosis();
        json.object(() -> {
            json.key("schema").string(SCHEMA);
            json.key("version").string(report.version());
            json.key("outcome").string(diagnosis.outcome().name().toLowerCase(Locale.ROOT));
            list("inputs", report.inputs(), this::input);
            list("verdicts", diagnosis.verdicts(), this::verdict);
            list("next", diagnosis.next(), this::collect);
            list("suspicions", diagnosis.suspicions(), this::suspicion);
            list("findings", diagnosis.findings(), this::finding);
            list("checked", diagnosis.checked(), json::string);
            list("notApplicable", diagnosis.notApplicable(), this::notApplicable);
            list("gaps", report.gaps(), this::gap);
            list("faults", diagnosis.faults(), this::fault);
        });
        return json.toString();
    }

    private <T> void list(String key, List<T> values, Consumer<T> each) {
        json.key(key)
                .array(() -> values.forEach(value -> {
                    json.element();
                    each.accept(value);
                }));
    }

    private void input(Report.Input input) {
        json.object(() -> {
            json.key("path").string(input.path());
            json.key("bytes").number(input.bytes());
            json.key("format");
            if (input.formats().isEmpty()) {
                json.nothing();
            } else {
                json.string(String.join(",", input.formats()));
            }
            json.key("evidence").number(input.evidence());
            list("gaps", input.gaps(), this::gap);
        });
    }

    private void gap(Gap gap) {
        json.object(() -> {
            json.key("at");
            place(gap.at());
            json.key("why").string(gap.why());
        });
    }

    private void place(Cite cite) {
        json.object(() -> {
            json.key("path").string(cite.path());
            json.key("line").number(cite.line());
        });
    }

    private void verdict(Verdict verdict) {
        json.object(() -> {
            json.key("cause").string(verdict.cause().text());
            json.key("confidence").number(verdict.confidence());
            json.key("severity").string(verdict.severity().name().toLowerCase(Locale.ROOT));
            json.key("title").string(verdict.narrative().title());
            json.key("explanation").string(verdict.narrative().explanation());
            process(verdict.process());
            json.key("subject");
            subject(verdict.subject());
            list("for", verdict.reasons(), this::reason);
            list("against", verdict.against(), this::reason);
            list("explains", verdict.effects(), json::string);
            list("alternatives", verdict.alternatives(), id -> json.string(id.text()));
            json.key("remedy");
            remedy(verdict.narrative().remedy());
            list("next", verdict.narrative().next(), this::collect);
        });
    }

    private void suspicion(Verdict verdict) {
        json.object(() -> {
            json.key("cause").string(verdict.cause().text());
            json.key("confidence").number(verdict.confidence());
            json.key("subject");
            subject(verdict.subject());
        });
    }

    private void process(ProcessIdentity identity) {
        json.key("process").object(() -> {
            optional("host", identity.host());
            optional("pod", identity.pod());
            optional("container", identity.container());
            if (identity.pid().isPresent()) {
                json.key("pid").number(identity.pid().getAsLong());
            }
            optional("goVersion", identity.goVersion());
        });
    }

    private void optional(String key, Optional<String> value) {
        value.ifPresent(text -> json.key(key).string(text));
    }

    private void subject(Subject subject) {
        json.object(() -> {
            json.key("kind").string(subject.kind());
            json.key("name").string(subject.key());
            List<Frame> frames = Stream.concat(subject.frames().stream(), subject.context().stream())
                    .toList();
            list("functions", functions(frames), name -> json.string(name.canonical()));
            list("locations", frames, this::location);
        });
    }

    private static List<FunctionName> functions(List<Frame> frames) {
        return frames.stream().map(Frame::function).distinct().toList();
    }

    private void location(Frame frame) {
        json.object(() -> {
            json.key("function").string(frame.function().canonical());
            frame.location().ifPresent(place -> {
                json.key("file").string(place.file());
                json.key("line").number(place.line());
            });
        });
    }

    private void reason(Verdict.Reason reason) {
        json.object(() -> {
            json.key("finding").string(reason.finding().id().text());
            json.key("statement").string(reason.finding().statement());
            json.key("strength").string(reason.strength().name().toLowerCase(Locale.ROOT));
            json.key("because").string(reason.why());
            cites(reason.finding().cites());
        });
    }

    private void cites(List<Cite> cites) {
        list(
                "cites",
                cites.stream().limit(CITES_WRITTEN).toList(),
                cite -> json.object(() -> {
                    json.key("path").string(cite.path());
                    json.key("line").number(cite.line());
                    report.excerpts()
                            .at(cite)
                            .ifPresent(text -> json.key("excerpt").string(text));
                }));
    }

    private void finding(Finding finding) {
        json.object(() -> {
            json.key("finding").string(finding.id().text());
            json.key("nature").string(finding.nature().name().toLowerCase(Locale.ROOT));
            json.key("statement").string(finding.statement());
            json.key("subject");
            subject(finding.subject());
            numbers(finding.numbers());
            cites(finding.cites());
        });
    }

    private void numbers(Map<Measure, Quantity> numbers) {
        json.key("numbers")
                .object(() -> numbers.forEach((measure, quantity) -> json.key(measure.name())
                        .object(() -> {
                            json.key("value").number(quantity.value());
                            json.key("text").string(quantity.text());
                        })));
    }

    private void remedy(Remedy remedy) {
        json.object(() -> {
            json.key("text").string(remedy.text());
            optional("before", remedy.before());
            optional("after", remedy.after());
        });
    }

    private void collect(Collect collect) {
        json.object(() -> {
            json.key("collect").string(collect.what());
            json.key("command").string(collect.command());
            json.key("because").string(collect.because());
        });
    }

    private void notApplicable(Diagnosis.NotLooked one) {
        json.object(() -> {
            json.key("detector").string(one.detector());
            json.key("missing").string(one.missing());
            json.key("collect").string(one.collect());
        });
    }

    private void fault(Diagnosis.Fault fault) {
        json.object(() -> {
            json.key("unit").string(fault.unit());
            json.key("message").string(fault.message());
        });
    }
}
