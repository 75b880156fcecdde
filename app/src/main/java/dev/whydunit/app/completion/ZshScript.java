package dev.whydunit.app.completion;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completion for zsh: a `_arguments` call for the program and one for each command.
final class ZshScript {
    private final CommandSpec program;
    private final StringBuilder script = new StringBuilder();

    ZshScript(CommandSpec program) {
        this.program = program;
    }

    String text() {
        var function = "_" + program.name();
        line("#compdef " + program.name());
        line(function + "() {");
        line("  local -a commands=(");
        program.subcommands()
                .forEach((name, command) -> line("    "
                        + quote(name + ":"
                                + Choice.describe(command.getCommandSpec()).replace(":", "\\:"))));
        line("  )");
        line("  if (( CURRENT == 2 )); then");
        line("    _describe command commands");
        line("    return");
        line("  fi");
        line("  local command=$words[2]");
        line("  shift words; (( CURRENT-- ))");
        line("  case $command in");
        program.subcommands().forEach((name, command) -> command(name, command.getCommandSpec()));
        line("  esac");
        line("}");
        line("if [ \"$funcstack[1]\" = " + function + " ]; then " + function + " \"$@\"; else compdef " + function + " "
                + program.name() + "; fi");
        return script.toString();
    }

    private void command(String name, CommandSpec spec) {
        line("    " + name + ")");
        script.append("      _arguments -S");
        for (var option : spec.options()) {
            if (!option.hidden()) {
                List.of(option.names()).forEach(optionName -> argument(option(optionName, option)));
            }
        }
        for (var positional : spec.positionalParameters()) {
            var words = Choice.words(positional);
            argument("*:" + escape(positional.paramLabel()) + ":"
                    + (words.isEmpty() ? "_files" : "(" + String.join(" ", words) + ")"));
        }
        line("");
        line("      ;;");
    }

    private static String option(String name, OptionSpec option) {
        var repeat = option.isMultiValue() ? "*" : "";
        var described = repeat + name + "[" + escape(Choice.describe(option)) + "]";
        if (option.arity().max() == 0) {
            return described;
        }
        var words = Choice.words(option);
        return described + ":" + escape(option.paramLabel()) + ":"
                + (words.isEmpty() ? "_files" : "(" + String.join(" ", words) + ")");
    }

    private static String escape(String text) {
        return text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private void argument(String specification) {
        script.append(" \\\n        ").append(quote(specification));
    }

    private void line(String text) {
        script.append(text).append('\n');
    }
}
