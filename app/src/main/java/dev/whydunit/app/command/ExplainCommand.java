package dev.whydunit.app.command;

import dev.whydunit.app.terminal.ExitCode;
import dev.whydunit.app.terminal.UserError;
import dev.whydunit.evaluation.pages.Pages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `whydunit explain ID`.
final class ExplainCommand implements Subcommand {
    private static final int NEAR_TOLD = 3;

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("explain");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("ID")
                .type(String.class)
                .required(true)
                .description("A cause, a detector or a finding, as a report names it.")
                .build());
        spec.addOption(ResultOption.describe());
        spec.usageMessage()
                .header("Shows the page of a cause or a detector.")
                .footer("  whydunit explain double-lock", "  whydunit explain heap-growth");
        return spec;
    }

    @Override
    public ExitCode run(ParseResult arguments, Session session) {
        String id = arguments.matchedPositionalValue(0, "");
        var pages = new Pages();
        var page = pages.find(id)
                .orElseThrow(() -> UserError.wrongUsage(
                        "there is no page '" + id + "': near are " + String.join(", ", pages.near(id, NEAR_TOLD))));
        ResultOption.write(arguments, session.terminal(), out -> out.print(page.text()));
        return ExitCode.DONE;
    }
}
