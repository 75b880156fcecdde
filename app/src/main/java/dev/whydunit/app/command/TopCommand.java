package dev.whydunit.app.command;

import dev.whydunit.app.terminal.ExitCode;
import dev.whydunit.app.terminal.Terminal;
import dev.whydunit.app.terminal.UserError;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.SampleType;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.ParseOutcome;
import dev.whydunit.formats.profile.ProfileReader;
import dev.whydunit.report.profile.SampleTypes;
import dev.whydunit.report.profile.Top;
import dev.whydunit.report.profile.TopText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `whydunit top FILE`.
final class TopCommand implements Subcommand {
    private static final String STANDARD_INPUT = "-";
    private static final String CUM = "--cum";
    private static final String COUNT = "-n";

    /// Of standard input: it is held in memory.
    private static final int MOST_INPUT_BYTES = 1 << 30;

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("top");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .type(String.class)
                .required(true)
                .description("A profile, compressed or not; - is standard input.")
                .build());
        spec.addOption(OptionSpec.builder(CUM, "-cum")
                .type(boolean.class)
                .description("Order by the value of a function and all that it calls.")
                .build());
        spec.addOption(OptionSpec.builder(COUNT, "--nodecount", "-nodecount")
                .paramLabel("N")
                .type(int.class)
                .description("Show so many functions at most; all above 0.5%% of the total otherwise.")
                .build());
        spec.addArgGroup(SampleTypeOptions.describe());
        spec.addOption(ResultOption.describe());
        spec.usageMessage()
                .header("Shows the functions of a profile by their value, with the numbers of 'go tool pprof -top'.")
                .footer(
                        "  whydunit top cpu.pb.gz",
                        "  whydunit top --cum -n 20 cpu.pb.gz",
                        "  whydunit top --sample-type alloc_space heap.pb.gz",
                        "  curl -s http://localhost:6060/debug/pprof/heap | whydunit top -");
        return spec;
    }

    @Override
    public ExitCode run(ParseResult arguments, Session session) {
        String file = arguments.matchedPositionalValue(0, STANDARD_INPUT);
        var terminal = session.terminal();
        var profile = profile(file, outcome(file, terminal), terminal);
        var wanted = SampleTypeOptions.wanted(arguments);
        int index = SampleTypes.find(profile, wanted)
                .orElseThrow(() -> UserError.wrongUsage("the profile has no sample type '" + wanted
                        + "': give --sample-type one of " + names(profile)));
        var order = arguments.hasMatchedOption(CUM) ? Top.Order.CUM : Top.Order.FLAT;
        var top = Top.of(profile, index, order, arguments.matchedOptionValue(COUNT, 0));
        var lines = new TopText(profile, top, zone(terminal)).lines();
        ResultOption.write(arguments, terminal, out -> lines.forEach(line -> out.print(line + "\n")));
        return ExitCode.DONE;
    }

    /// The time zone that the environment names, as Go programs read it.
    private static ZoneId zone(Terminal terminal) {
        var named = terminal.environment().getOrDefault("TZ", "");
        return ZoneId.getAvailableZoneIds().contains(named) ? ZoneId.of(named) : ZoneId.systemDefault();
    }

    private static String names(Profile profile) {
        return profile.sampleTypes().stream().map(SampleType::type).collect(Collectors.joining(", "));
    }

    private static ParseOutcome outcome(String file, Terminal terminal) {
        if (file.equals(STANDARD_INPUT)) {
            return ProfileReader.read(STANDARD_INPUT, standardInput(terminal), Limits.standard());
        }
        var path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw UserError.noInput("there is no file " + file + ": give the path of a profile");
        }
        return ProfileReader.read(path, Limits.standard());
    }

    private static byte[] standardInput(Terminal terminal) {
        try {
            return terminal.in().readNBytes(MOST_INPUT_BYTES);
        } catch (IOException e) {
            throw UserError.noInput("cannot read standard input (" + e.getMessage() + "): give a file");
        }
    }

    private static Profile profile(String file, ParseOutcome outcome, Terminal terminal) {
        return switch (outcome) {
            case ParseOutcome.Parsed parsed -> {
                parsed.gaps().forEach(gap -> terminal.err().println("whydunit: " + file + ": " + gap.why()));
                if (parsed.evidence().getFirst() instanceof Profile profile) {
                    yield profile;
                }
                throw notAProfile(file);
            }
            case ParseOutcome.Unrecognized _ -> throw notAProfile(file);
            case ParseOutcome.Malformed broken ->
                throw UserError.noInput(file + " is broken: expected is " + broken.expected());
        };
    }

    private static UserError notAProfile(String file) {
        return UserError.noInput(
                file + " is no profile: give what /debug/pprof/profile, heap, mutex or block returned");
    }
}
