package dev.whydunit.app.command;

import dev.whydunit.app.terminal.ExitCode;
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
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `whydunit top FILE`.
@Command(
        name = "top",
        header = "Shows the functions of a profile by their value, with the numbers of 'go tool pprof -top'.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  whydunit top cpu.pb.gz",
            "  whydunit top --cum -n 20 cpu.pb.gz",
            "  whydunit top --sample-type alloc_space heap.pb.gz",
            "  curl -s http://localhost:6060/debug/pprof/heap | whydunit top -"
        })
final class TopCommand implements Callable<ExitCode> {
    private static final String STANDARD_INPUT = "-";

    /// Of standard input: it is held in memory.
    private static final int MOST_INPUT_BYTES = 1 << 30;

    private final GlobalOptions options;

    @Parameters(paramLabel = "FILE", description = "A profile, compressed or not; - is standard input.")
    private String file = STANDARD_INPUT;

    @Option(
            names = {"--cum", "-cum"},
            description = "Order by the value of a function and all that it calls.")
    private boolean cum;

    @Option(
            names = {"-n", "--nodecount", "-nodecount"},
            paramLabel = "N",
            description = "Show so many functions at most; all above 0.5%% of the total otherwise.")
    private int limit;

    @ArgGroup(exclusive = true)
    private SampleTypeOptions sampleType = new SampleTypeOptions();

    @Mixin
    private ResultOption result = new ResultOption();

    TopCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public ExitCode call() {
        var profile = profile(outcome());
        var wanted = sampleType.wanted();
        int index = SampleTypes.find(profile, wanted)
                .orElseThrow(() -> UserError.wrongUsage("the profile has no sample type '" + wanted
                        + "': give --sample-type one of " + names(profile)));
        var top = Top.of(profile, index, cum ? Top.Order.CUM : Top.Order.FLAT, limit);
        var lines = new TopText(profile, top, zone()).lines();
        result.write(options.terminal(), out -> lines.forEach(line -> out.print(line + "\n")));
        return ExitCode.DONE;
    }

    /// The time zone that the environment names, as Go programs read it.
    private ZoneId zone() {
        var named = options.terminal().environment().getOrDefault("TZ", "");
        return ZoneId.getAvailableZoneIds().contains(named) ? ZoneId.of(named) : ZoneId.systemDefault();
    }

    private static String names(Profile profile) {
        return profile.sampleTypes().stream().map(SampleType::type).collect(Collectors.joining(", "));
    }

    private ParseOutcome outcome() {
        if (file.equals(STANDARD_INPUT)) {
            return ProfileReader.read(STANDARD_INPUT, standardInput(), Limits.standard());
        }
        var path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw UserError.noInput("there is no file " + file + ": give the path of a profile");
        }
        return ProfileReader.read(path, Limits.standard());
    }

    private byte[] standardInput() {
        try {
            return options.terminal().in().readNBytes(MOST_INPUT_BYTES);
        } catch (IOException e) {
            throw UserError.noInput("cannot read standard input (" + e.getMessage() + "): give a file");
        }
    }

    private Profile profile(ParseOutcome outcome) {
        return switch (outcome) {
            case ParseOutcome.Parsed parsed -> {
                parsed.gaps().forEach(gap -> options.terminal().err().println("whydunit: " + file + ": " + gap.why()));
                if (parsed.evidence().getFirst() instanceof Profile profile) {
                    yield profile;
                }
                throw notAProfile();
            }
            case ParseOutcome.Unrecognized _ -> throw notAProfile();
            case ParseOutcome.Malformed broken ->
                throw UserError.noInput(file + " is broken: expected is " + broken.expected());
        };
    }

    private UserError notAProfile() {
        return UserError.noInput(
                file + " is no profile: give what /debug/pprof/profile, heap, mutex or block returned");
    }
}
