package dev.whydunit.app.documents;

import picocli.CommandLine;

/// The usage text of every command as one page of Markdown.
final class CommandReference {
    private CommandReference() {}

    static String page(CommandLine program) {
        var page = new StringBuilder("""
                # Commands

                Written by `./build docs` from the commands themselves.
                """);
        section(page, program);
        program.getSubcommands().values().forEach(command -> section(page, command));
        return page.toString();
    }

    private static void section(StringBuilder page, CommandLine command) {
        page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```text\n");
        page.append(command.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing());
        page.append("\n```\n");
    }
}
