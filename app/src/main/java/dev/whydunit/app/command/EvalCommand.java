package dev.whydunit.app.command;

import dev.whydunit.app.terminal.ExitCode;
import dev.whydunit.app.terminal.Terminal;
import dev.whydunit.app.terminal.UserError;
import dev.whydunit.diagnosis.Diagnostician;
import dev.whydunit.evaluation.cases.CaseFinder;
import dev.whydunit.evaluation.cases.RecordedCase;
import dev.whydunit.evaluation.measure.CalibrationFit;
import dev.whydunit.evaluation.measure.Evaluation;
import dev.whydunit.evaluation.measure.EvaluationJson;
import dev.whydunit.evaluation.measure.EvaluationText;
import dev.whydunit.evaluation.measure.Evaluator;
import dev.whydunit.evaluation.mutation.VariantRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `whydunit eval DIR...`.
final class EvalCommand implements Subcommand {
    private static final String FORMAT = "--format";
    private static final String VARIANTS = "--variants";
    private static final String SEED = "--seed";
    private static final String CALIBRATE = "--calibrate";

    /// Two of the largest cases fit the memory that the launcher gives.
    private static final int AT_A_TIME = 2;

    private enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("eval");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("DIR")
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Folders with recorded cases (case.json), or a list of cases (cases.jsonl).")
                .build());
        spec.addOption(OptionSpec.builder(FORMAT)
                .paramLabel("FORMAT")
                .type(Format.class)
                .description("One of ${COMPLETION-CANDIDATES}; text otherwise.")
                .build());
        spec.addOption(OptionSpec.builder(VARIANTS)
                .paramLabel("N")
                .type(int.class)
                .description("Run so many variants of the cases in their place: other syntax, envelopes, losses.")
                .build());
        spec.addOption(OptionSpec.builder(SEED)
                .paramLabel("S")
                .type(long.class)
                .description("Which variants; the same number gives the same ones. 1 otherwise.")
                .build());
        spec.addOption(OptionSpec.builder(CALIBRATE)
                .type(boolean.class)
                .description("Fit the map from scores to confidences on the results, leaving one recording out.")
                .build());
        spec.addOption(ResultOption.describe());
        spec.usageMessage()
                .header("Runs recorded cases against their expected answers.")
                .footer(
                        "  whydunit eval zoo/cases",
                        "  whydunit eval --format json zoo/cases",
                        "  whydunit eval --variants 300 zoo/cases");
        return spec;
    }

    @Override
    public ExitCode run(ParseResult arguments, Session session) {
        List<String> folders = arguments.matchedPositionalValue(0, List.of());
        var terminal = session.terminal();
        var evaluation = evaluation(cases(folders, terminal), arguments);
        ResultOption.write(arguments, terminal, out -> out.print(text(evaluation, arguments)));
        return ExitCode.DONE;
    }

    private static String text(Evaluation evaluation, ParseResult arguments) {
        if (arguments.matchedOptionValue(FORMAT, Format.TEXT) == Format.JSON) {
            return EvaluationJson.of(evaluation);
        }
        var lines = new ArrayList<>(EvaluationText.lines(evaluation));
        if (arguments.hasMatchedOption(CALIBRATE)) {
            lines.add("");
            lines.addAll(EvaluationText.lines(CalibrationFit.of(evaluation)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static Evaluation evaluation(List<RecordedCase> cases, ParseResult arguments) {
        int variants = arguments.matchedOptionValue(VARIANTS, 0);
        long seed = arguments.matchedOptionValue(SEED, 1L);
        try (var evaluator = new Evaluator(Diagnostician.standard(), AT_A_TIME)) {
            return variants > 0 ? VariantRun.evaluate(cases, variants, seed, evaluator) : evaluator.evaluate(cases);
        } catch (IOException e) {
            throw UserError.noInput("the variants cannot be written (" + e.getMessage() + "): set java.io.tmpdir");
        }
    }

    private static List<RecordedCase> cases(List<String> folders, Terminal terminal) {
        var roots = folders.stream().map(Path::of).toList();
        for (var root : roots) {
            if (!Files.exists(root)) {
                throw UserError.noInput("there is no " + root + ": give a folder with cases");
            }
        }
        var found = CaseFinder.find(roots);
        found.errors().forEach(error -> terminal.err().println("whydunit: " + error));
        if (found.cases().isEmpty()) {
            throw UserError.noInput(String.join(", ", folders)
                    + ": there is no case in it: give a folder with cases, each with its case.json");
        }
        return found.cases();
    }
}
