package dev.whydunit.app.command;

import dev.whydunit.app.input.Budget;
import dev.whydunit.app.input.FileExcerpts;
import dev.whydunit.app.terminal.ExitCode;
import dev.whydunit.app.terminal.Terminal;
import dev.whydunit.app.terminal.UserError;
import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Diagnostician;
import dev.whydunit.formats.EvidenceReader;
import dev.whydunit.formats.InputReport;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.Reading;
import dev.whydunit.report.Report;
import dev.whydunit.report.html.DiagnosisHtml;
import dev.whydunit.report.json.DiagnosisJson;
import dev.whydunit.report.markdown.DiagnosisMarkdown;
import dev.whydunit.report.redact.Redaction;
import dev.whydunit.report.sarif.DiagnosisSarif;
import dev.whydunit.report.text.DiagnosisText;
import dev.whydunit.report.text.Ink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `whydunit diagnose PATH...`.
final class DiagnoseCommand implements Subcommand {
    private static final String FORMAT = "--format";
    private static final String TOP = "--top";
    private static final String MIN_CONFIDENCE = "--min-confidence";
    private static final String FAIL_ON = "--fail-on";
    private static final String REDACT = "--redact";
    private static final String BUDGET = "--budget";
    private static final String VERBOSE = "--verbose";

    /// Verdicts in the text: with more it would not fit a screen.
    private static final int USUAL_TOP = 3;

    /// Without `--budget`; Ctrl-C still ends it with an answer.
    private static final Duration UNLIMITED = Duration.ofDays(365);

    private enum Format {
        TEXT,
        JSON,
        MD,
        HTML,
        SARIF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("diagnose");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("PATH")
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Files and folders of evidence; - is standard input.")
                .build());
        option(spec, FORMAT, "FORMAT", Format.class, "One of ${COMPLETION-CANDIDATES}; text otherwise.");
        option(spec, TOP, "N", int.class, "Show so many verdicts in the text; " + USUAL_TOP + " otherwise.");
        option(spec, MIN_CONFIDENCE, "P", double.class, "Leave out verdicts that are less sure than this, 0 to 1.");
        option(spec, FAIL_ON, "LEVEL", FailOn.class, "Exit with 1 from that severity on: ${COMPLETION-CANDIDATES}.");
        option(spec, BUDGET, "TIME", Duration.class, "After that time (60s, 2m) answer on what was read until then.");
        spec.addOption(OptionSpec.builder(REDACT)
                .type(boolean.class)
                .description("Put stand-ins for hosts, addresses, users, tokens and values: to send the report around.")
                .build());
        spec.addOption(OptionSpec.builder("-v", VERBOSE)
                .type(boolean.class)
                .description("Show all reasons, all gaps and what was checked.")
                .build());
        spec.addOption(ResultOption.describe());
        spec.usageMessage()
                .header("Tells the root causes that the evidence shows.")
                .footer(
                        "  whydunit diagnose ~/incident",
                        "  whydunit diagnose --format json goroutine.txt heap.pb.gz",
                        "  whydunit diagnose --format html --redact -o incident.html ~/incident",
                        "  kubectl logs --previous web-7d4b | whydunit diagnose -");
        return spec;
    }

    private static void option(CommandSpec spec, String name, String label, Class<?> type, String description) {
        spec.addOption(OptionSpec.builder(name)
                .paramLabel(label)
                .type(type)
                .description(description)
                .build());
    }

    @Override
    public ExitCode run(ParseResult arguments, Session session) {
        List<String> paths = arguments.matchedPositionalValue(0, List.of());
        var terminal = session.terminal();
        var reading = read(paths, arguments, terminal);
        if (reading.inputs().stream().allMatch(DiagnoseCommand::isLost)) {
            throw UserError.noInput(nothingRead(paths, reading));
        }
        var diagnosis = Diagnostician.standard()
                .diagnose(reading.evidence(), reading.gaps())
                .atLeast(arguments.matchedOptionValue(MIN_CONFIDENCE, 0.0));
        try (var excerpts = new FileExcerpts()) {
            var whole = report(reading, diagnosis, session.version(), excerpts);
            var report = arguments.hasMatchedOption(REDACT) ? Redaction.of(whole) : whole;
            ResultOption.write(arguments, terminal, out -> out.print(written(report, arguments, session)));
        }
        return exitCode(diagnosis, arguments.matchedOptionValue(FAIL_ON, FailOn.NEVER));
    }

    private static String written(Report report, ParseResult arguments, Session session) {
        return switch (arguments.matchedOptionValue(FORMAT, Format.TEXT)) {
            case JSON -> DiagnosisJson.of(report);
            case TEXT -> text(report, arguments, session);
            case MD -> DiagnosisMarkdown.of(report);
            case HTML -> DiagnosisHtml.of(report);
            case SARIF -> DiagnosisSarif.of(report);
        };
    }

    private static Reading read(List<String> paths, ParseResult arguments, Terminal terminal) {
        try (var budget = Budget.of(arguments.matchedOptionValue(BUDGET, UNLIMITED))) {
            return new EvidenceReader(terminal.in()).read(existing(paths), Limits.standard(), budget);
        }
    }

    private static List<Path> existing(List<String> names) {
        var paths = names.stream().map(Path::of).toList();
        for (var path : paths) {
            if (!path.equals(EvidenceReader.STANDARD_INPUT) && !Files.exists(path)) {
                throw UserError.noInput("there is no " + path + ": give files or folders of evidence");
            }
        }
        return paths;
    }

    private static boolean isLost(InputReport input) {
        return input.bytes() == 0 && input.formats().isEmpty();
    }

    private static String nothingRead(List<String> paths, Reading reading) {
        var why = reading.gaps().isEmpty()
                ? "there is no file in it"
                : reading.gaps().getFirst().why();
        return String.join(", ", paths) + ": " + why + ": give files or folders of evidence";
    }

    private static String text(Report report, ParseResult arguments, Session session) {
        var ink = session.colors() && !ResultOption.isFile(arguments) ? Ink.ANSI : Ink.PLAIN;
        int top = arguments.matchedOptionValue(TOP, USUAL_TOP);
        var lines = DiagnosisText.lines(report, top, ink, arguments.hasMatchedOption(VERBOSE));
        return String.join("\n", lines) + "\n";
    }

    private static Report report(Reading reading, Diagnosis diagnosis, String version, FileExcerpts excerpts) {
        var inputs = reading.inputs().stream().map(DiagnoseCommand::input).toList();
        return new Report(version, inputs, reading.evidence(), diagnosis, excerpts);
    }

    private static Report.Input input(InputReport input) {
        return new Report.Input(input.path(), input.bytes(), input.formats(), input.evidence(), input.gaps());
    }

    private static ExitCode exitCode(Diagnosis diagnosis, FailOn failOn) {
        if (!diagnosis.faults().isEmpty()) {
            return ExitCode.INTERNAL_ERROR;
        }
        return diagnosis.verdicts().stream().anyMatch(verdict -> failOn.counts(verdict.severity()))
                ? ExitCode.FOUND
                : ExitCode.DONE;
    }
}
