package dev.whydunit.report.markdown;

import dev.whydunit.report.Printable;
import java.util.stream.Collectors;

/// Writes blocks of Markdown. Text of the input is escaped: it can neither begin a block nor carry HTML or links.
final class MarkdownWriter {
    private static final String SPECIAL = "\\`*_{}[]<>#|~!$&@";

    private final StringBuilder out = new StringBuilder();

    void heading(int level, String text) {
        out.repeat('#', level).append(' ').append(text(text)).append("\n\n");
    }

    void paragraph(String text) {
        raw(text(text));
    }

    /// A paragraph that is Markdown already.
    void raw(String markdown) {
        out.append(markdown).append("\n\n");
    }

    void item(String text) {
        rawItem(text(text));
    }

    void rawItem(String markdown) {
        out.append("- ").append(markdown).append('\n');
    }

    /// Ends a list or a table.
    void end() {
        out.append('\n');
    }

    void tableHead(String... cells) {
        row(cells);
        out.repeat("|---", cells.length).append("|\n");
    }

    /// Cells that are Markdown already.
    void row(String... cells) {
        for (var cell : cells) {
            out.append("| ").append(cell).append(' ');
        }
        out.append("|\n");
    }

    /// A block of code with a line above it; indented, so that nothing in it can end it.
    void code(String caption, String code) {
        if (!caption.isEmpty()) {
            paragraph(caption + ":");
        }
        Printable.lines(code)
                .lines()
                .forEach(line -> out.append("    ").append(line).append('\n'));
        out.append('\n');
    }

    /// Text in which no character means anything to Markdown.
    static String text(String text) {
        var line = Printable.line(text);
        var escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean opensList = i == 0 && (c == '-' || c == '+');
            if (SPECIAL.indexOf(c) >= 0 || opensList) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /// A span of code: with more backticks around it than it holds in a row, and no bar that would end a table's cell.
    static String code(String code) {
        var line = Printable.line(code).replace("|", "\\|");
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        var fence = "`".repeat(longest + 1);
        var pad = longest > 0 ? " " : "";
        return line.isEmpty() ? "" : fence + pad + line + pad + fence;
    }

    @Override
    public String toString() {
        return out.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }
}
