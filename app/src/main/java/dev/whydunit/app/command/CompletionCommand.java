package dev.whydunit.app.command;

import dev.whydunit.app.completion.Shell;
import dev.whydunit.app.terminal.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `whydunit completion SHELL`.
final class CompletionCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("completion");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("SHELL")
                .type(Shell.class)
                .required(true)
                .description("One of ${COMPLETION-CANDIDATES}.")
                .build());
        spec.addOption(ResultOption.describe());
        spec.usageMessage()
                .header("Prints the completion script for a shell.")
                .footer(
                        "  source <(whydunit completion bash)",
                        "  whydunit completion zsh > \"$${fpath[1]}/_whydunit\"",
                        "  whydunit completion fish > ~/.config/fish/completions/whydunit.fish");
        return spec;
    }

    @Override
    public ExitCode run(ParseResult arguments, Session session) {
        Shell shell = arguments.matchedPositionalValue(0, Shell.BASH);
        var script = shell.script(arguments.commandSpec().root());
        ResultOption.write(arguments, session.terminal(), out -> out.print(script));
        return ExitCode.DONE;
    }
}
