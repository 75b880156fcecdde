package dev.whydunit.app.completion;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completion for fish: one `complete` line for each command and each option.
final class FishScript {
    private final CommandSpec program;
    private final StringBuilder script = new StringBuilder();

    FishScript(CommandSpec program) {
        this.program = program;
    }

    String text() {
        var name = program.name();
        line("# fish completion for " + name);
        program.subcommands()
                .forEach((command, line) -> line("complete -c " + name + " -f -n __fish_use_subcommand -a " + command
                        + " -d " + quote(Choice.describe(line.getCommandSpec()))));
        program.subcommands().forEach((command, line) -> command(command, line.getCommandSpec()));
        return script.toString();
    }

    private void command(String command, CommandSpec spec) {
        var start = "complete -c " + program.name() + " -n '__fish_seen_subcommand_from " + command + "'";
        for (var option : spec.options()) {
            if (!option.hidden()) {
                line(start + names(option) + argument(option) + " -d " + quote(Choice.describe(option)));
            }
        }
        for (var positional : spec.positionalParameters()) {
            var words = Choice.words(positional);
            if (!words.isEmpty()) {
                line(start + " -f -a " + quote(String.join(" ", words)));
            }
        }
    }

    private static String names(OptionSpec option) {
        var names = new StringBuilder();
        for (var name : option.names()) {
            names.append(
                    name.startsWith("--")
                            ? " -l " + name.substring(2)
                            : (name.length() == 2 ? " -s " : " -o ") + name.substring(1));
        }
        return names.toString();
    }

    private static String argument(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        List<String> words = Choice.words(option);
        return words.isEmpty() ? " -r" : " -x -a " + quote(String.join(" ", words));
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private void line(String text) {
        script.append(text).append('\n');
    }
}
