package dev.whydunit.app.completion;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/// The shells that a completion script can be printed for.
public enum Shell {
    BASH,
    ZSH,
    FISH;

    /// The script that completes the given program.
    public String script(CommandSpec program) {
        return switch (this) {
            case BASH -> AutoComplete.bash(program.name(), program.commandLine());
            case ZSH -> new ZshScript(program).text();
            case FISH -> new FishScript(program).text();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
