package dev.whydunit.app.command;

import dev.whydunit.app.terminal.ExitCode;
import dev.whydunit.app.terminal.UserError;
import dev.whydunit.capture.Capture;
import dev.whydunit.capture.CaptureOptions;
import dev.whydunit.capture.Connection;
import dev.whydunit.capture.Endpoint;
import dev.whydunit.capture.HttpConnection;
import dev.whydunit.capture.Trigger;
import dev.whydunit.capture.Trust;
import dev.whydunit.capture.UnixConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `whydunit capture URL`.
final class CaptureCommand implements Subcommand {
    private static final String FOLDER = "--output";
    private static final String FOR = "--for";
    private static final String WHEN = "--when";
    private static final String FULL = "--full";
    private static final String BYTES = "--max-bytes";
    private static final String DRY_RUN = "--dry-run";
    private static final String HEADER = "--header";
    private static final String CA = "--ca";
    private static final String UNIX = "--unix";
    private static final String USUAL_FOLDER = "whydunit-capture";

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("capture");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("URL")
                .type(String.class)
                .required(true)
                .description("Where the process listens, like http://localhost:6060.")
                .build());
        text(spec, "DIR", "The folder to fill; " + USUAL_FOLDER + " otherwise.", "-o", FOLDER);
        spec.addOption(OptionSpec.builder(FOR)
                .paramLabel("TIME")
                .type(Duration.class)
                .description("Spread the dumps over this time; 30s otherwise.")
                .build());
        text(spec, "CONDITION", "Wait until it holds: 'goroutines>10000 or rss>80%%' (of GOMEMLIMIT).", WHEN);
        flag(spec, "Take goroutine dumps of any number of goroutines; they stop the process for long.", FULL);
        spec.addOption(OptionSpec.builder(BYTES)
                .paramLabel("N")
                .type(long.class)
                .description("Take so many bytes at most; 256 MiB otherwise.")
                .build());
        flag(spec, "Show what would be asked, and ask nothing.", DRY_RUN);
        spec.addOption(OptionSpec.builder("-H", HEADER)
                .paramLabel("HEADER")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Send it with each request, like 'Authorization: Bearer ...'; it is never written down.")
                .build());
        text(spec, "FILE", "Trust the signers of servers in this PEM file.", CA);
        text(spec, "SOCKET", "Connect through this Unix socket.", UNIX);
        spec.usageMessage()
                .header("Collects a folder of evidence from a live process.")
                .footer(
                        "  whydunit capture http://localhost:6060",
                        "  whydunit capture --for 2m --when 'goroutines>10000' -o incident http://10.0.0.7:6060",
                        "  whydunit capture --unix /run/orders.sock http://localhost");
        return spec;
    }

    private static void text(CommandSpec spec, String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names[0], names)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build());
    }

    private static void flag(CommandSpec spec, String description, String name) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build());
    }

    @Override
    public ExitCode run(ParseResult arguments, Session session) {
        var terminal = session.terminal();
        try {
            var endpoint = Endpoint.of(arguments.matchedPositionalValue(0, ""), headers(arguments));
            var capture = new Capture(
                    endpoint,
                    connection(arguments, endpoint),
                    options(arguments),
                    Clock.systemUTC(),
                    what -> terminal.err().println("whydunit: " + what));
            if (arguments.hasMatchedOption(DRY_RUN)) {
                capture.plan().forEach(line -> terminal.out().print(line + "\n"));
                return ExitCode.DONE;
            }
            var folder = Path.of(arguments.matchedOptionValue(FOLDER, USUAL_FOLDER));
            var manifest = capture.take(folder);
            terminal.out()
                    .print(folder + ": " + manifest.taken().size() + " files, "
                            + manifest.refused().size() + " refused\n");
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw UserError.wrongUsage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw UserError.noInput(String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw UserError.noInput("interrupted before all was taken");
        }
    }

    private static Connection connection(ParseResult arguments, Endpoint endpoint) throws IOException {
        String socket = arguments.matchedOptionValue(UNIX, "");
        if (!socket.isEmpty()) {
            return new UnixConnection(Path.of(socket), endpoint);
        }
        String signers = arguments.matchedOptionValue(CA, "");
        return new HttpConnection(
                endpoint, signers.isEmpty() ? Optional.empty() : Optional.of(Trust.of(Path.of(signers))));
    }

    private static CaptureOptions options(ParseResult arguments) {
        var usual = CaptureOptions.usual();
        String condition = arguments.matchedOptionValue(WHEN, "");
        return new CaptureOptions(
                arguments.matchedOptionValue(FOR, usual.duration()),
                condition.isEmpty() ? Optional.empty() : Optional.of(Trigger.parse(condition)),
                arguments.hasMatchedOption(FULL),
                arguments.matchedOptionValue(BYTES, usual.most()));
    }

    private static List<Endpoint.Header> headers(ParseResult arguments) {
        List<String> given = arguments.matchedOptionValue(HEADER, List.of());
        return given.stream().flatMap(header -> header(header).stream()).toList();
    }

    private static Optional<Endpoint.Header> header(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw UserError.wrongUsage("--header takes one header: write it like 'Authorization: Bearer ...'");
        }
        return Optional.of(new Endpoint.Header(
                text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
    }
}
