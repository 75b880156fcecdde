package dev.whydunit.app.command;

import dev.whydunit.app.completion.Shell;
import dev.whydunit.app.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `whydunit completion SHELL`.
@Command(
        name = "completion",
        header = "Prints the completion script for a shell.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(whydunit completion bash)",
            "  whydunit completion zsh > \"$${fpath[1]}/_whydunit\"",
            "  whydunit completion fish > ~/.config/fish/completions/whydunit.fish"
        })
final class CompletionCommand implements Callable<ExitCode> {
    private final GlobalOptions options;

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.BASH;

    @Mixin
    private ResultOption result = new ResultOption();

    @Spec
    private CommandSpec spec;

    CompletionCommand(GlobalOptions options) {
        this.options = options;
        this.spec = CommandSpec.create();
    }

    @Override
    public ExitCode call() {
        var script = shell.script(spec.root());
        result.write(options.terminal(), out -> out.print(script));
        return ExitCode.DONE;
    }
}
