package dev.whydunit.report.redact;

import dev.whydunit.diagnosis.Collect;
import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.evidence.SourceLine;
import dev.whydunit.evidence.Subject;
import dev.whydunit.report.Report;
import java.util.List;
import java.util.Optional;

/// Makes a report that can be sent around. Functions, files and lines of the code, counts, addresses and times stay.
public final class Redaction {
    private final Redactor words;

    private Redaction(Redactor words) {
        this.words = words;
    }

    /// The same report with stand-ins.
    public static Report of(Report report) {
        var known = new Known();
        report.evidence().forEach(known::learn);
        report.inputs().stream()
                .flatMap(input -> Redactor.users(input.path()))
                .forEach(user -> known.name("user", user));
        return new Redaction(new Redactor(known)).report(report);
    }

    private Report report(Report report) {
        var inputs = report.inputs().stream().map(this::input).toList();
        return new Report(
                report.version(),
                inputs,
                report.evidence(),
                diagnosis(report.diagnosis()),
                cite -> report.excerpts().at(original(report, cite)).map(words::line),
                words);
    }

    /// The place in the user's own file: a reader of the report names it by its stand-in.
    private Cite original(Report report, Cite cite) {
        return report.inputs().stream()
                .map(Report.Input::path)
                .filter(path -> words.path(path).equals(cite.path()))
                .findFirst()
                .map(path -> new Cite(path, cite.line(), cite.from(), cite.to()))
                .orElse(cite);
    }

    private Report.Input input(Report.Input input) {
        return new Report.Input(
                words.path(input.path()),
                input.bytes(),
                input.formats(),
                input.evidence(),
                input.gaps().stream().map(this::gap).toList());
    }

    private Gap gap(Gap gap) {
        return new Gap(place(gap.at()), words.line(gap.why()));
    }

    private Cite place(Cite cite) {
        return new Cite(words.path(cite.path()), cite.line(), cite.from(), cite.to());
    }

    private Diagnosis diagnosis(Diagnosis diagnosis) {
        return new Diagnosis(
                diagnosis.outcome(),
                diagnosis.verdicts().stream().map(this::verdict).toList(),
                diagnosis.suspicions().stream().map(this::verdict).toList(),
                diagnosis.findings().stream().map(this::finding).toList(),
                diagnosis.checked(),
                diagnosis.notApplicable(),
                diagnosis.next().stream().map(this::collect).toList(),
                diagnosis.faults().stream()
                        .map(fault -> new Diagnosis.Fault(fault.unit(), words.line(fault.message())))
                        .toList());
    }

    private Verdict verdict(Verdict verdict) {
        return new Verdict(
                verdict.cause(),
                process(verdict.process()),
                subject(verdict.subject()),
                verdict.severity(),
                verdict.score(),
                verdict.confidence(),
                narrative(verdict.narrative()),
                verdict.reasons().stream().map(this::reason).toList(),
                verdict.against().stream().map(this::reason).toList(),
                verdict.effects(),
                verdict.alternatives());
    }

    private ProcessIdentity process(ProcessIdentity identity) {
        return new ProcessIdentity(
                named("host", identity.host()),
                named("pod", identity.pod()),
                named("container", identity.container()),
                identity.pid(),
                identity.buildId(),
                identity.goVersion());
    }

    private Optional<String> named(String kind, Optional<String> name) {
        return name.map(value -> words.name(kind, value));
    }

    private Narrative narrative(Narrative narrative) {
        var remedy = narrative.remedy();
        return new Narrative(
                words.text(narrative.title()),
                words.text(narrative.explanation()),
                new Remedy(words.text(remedy.text()), remedy.before(), remedy.after()),
                narrative.next().stream().map(this::collect).toList());
    }

    private Collect collect(Collect collect) {
        return new Collect(words.text(collect.what()), words.text(collect.command()), words.text(collect.because()));
    }

    private Verdict.Reason reason(Verdict.Reason reason) {
        return new Verdict.Reason(finding(reason.finding()), reason.strength(), reason.why());
    }

    private Finding finding(Finding finding) {
        return new Finding(
                finding.id(),
                finding.nature(),
                subject(finding.subject()),
                words.text(finding.statement()),
                finding.numbers(),
                finding.cites().stream().map(this::place).toList());
    }

    private Subject subject(Subject subject) {
        return switch (subject) {
            case Subject.Function one -> new Subject.Function(frame(one.frame()), frames(one.callers()));
            case Subject.CreationSite one -> new Subject.CreationSite(frame(one.createdBy()), frames(one.blockedIn()));
            case Subject.Lock one -> new Subject.Lock(one.address(), frames(one.heldBy()), frames(one.waitedIn()));
            case Subject.Type one -> new Subject.Type(one.name(), frames(one.allocatedIn()));
            case Subject.Variable one -> new Subject.Variable(one.name(), frames(one.accessedIn()));
            case Subject.Process one -> new Subject.Process(one.setting().map(words::text), frames(one.frames()));
            case Subject.Host one -> new Subject.Host(words.text(one.name()));
            case Subject.Dependency one -> new Subject.Dependency(words.text(one.name()), frames(one.frames()));
        };
    }

    private List<Frame> frames(List<Frame> frames) {
        return frames.stream().map(this::frame).toList();
    }

    private Frame frame(Frame frame) {
        return new Frame(
                frame.function(),
                frame.location().map(line -> new SourceLine(words.sourcePath(line.file()), line.line())),
                frame.inlined());
    }
}
