package dev.whydunit.app.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A wrong command line, said in one line with what to type instead.
final class UsageErrors {
    private UsageErrors() {}

    static String line(ParameterException error) {
        var command = error.getCommandLine();
        var hint = "see '" + command.getCommandSpec().qualifiedName() + " --help'";
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched, command, hint);
        }
        return choice(error).orElseGet(() -> firstLine(error)) + ": " + hint;
    }

    /// A word where one of a few was expected.
    private static Optional<String> choice(ParameterException error) {
        if (error.getArgSpec() == null
                || error.getArgSpec().completionCandidates() == null
                || error.getValue() == null) {
            return Optional.empty();
        }
        var choices = String.join(", ", error.getArgSpec().completionCandidates());
        var name = error.getArgSpec() instanceof OptionSpec option
                ? option.longestName()
                : error.getArgSpec().paramLabel();
        return Optional.of("'" + error.getValue() + "' is no value of " + name + ", which is one of " + choices);
    }

    private static String unmatched(UnmatchedArgumentException error, CommandLine command, String hint) {
        var word = error.getUnmatched().getFirst();
        boolean option = word.startsWith("-") && word.length() > 1;
        boolean atProgram = command.getParent() == null;
        if (atProgram && !option && exists(word)) {
            return "'" + word + "' is no command: to diagnose it, type 'whydunit diagnose " + word + "'";
        }
        var kind = option ? "option" : atProgram ? "command" : "argument";
        var suggestions = error.getSuggestions();
        var better = suggestions.isEmpty() ? hint : "did you mean '" + suggestions.getFirst() + "'?";
        return "unknown " + kind + " '" + word + "': " + better;
    }

    private static boolean exists(String word) {
        try {
            return Files.exists(Path.of(word));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static String firstLine(ParameterException error) {
        var message = String.valueOf(error.getMessage());
        var line = message.lines().findFirst().orElse("wrong usage");
        return Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }
}
