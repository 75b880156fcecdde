package dev.whydunit.app.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What scripts of all shells say of a command and of an option.
final class Choice {
    private Choice() {}

    /// One line that describes a command.
    static String describe(CommandSpec command) {
        return firstLine(command.usageMessage().header());
    }

    /// One line that describes an option.
    static String describe(OptionSpec option) {
        return firstLine(option.description());
    }

    /// The words that an argument may be, none where any word will do.
    static List<String> words(ArgSpec argument) {
        var words = new ArrayList<String>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(words::add);
        }
        return List.copyOf(words);
    }

    private static String firstLine(String[] lines) {
        var line = lines.length == 0 ? "" : lines[0];
        return line.replace("${COMPLETION-CANDIDATES}", "choices").replace("%n", " ");
    }
}
