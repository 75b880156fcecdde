package dev.whydunit.report.html;

import dev.whydunit.report.Printable;
import java.util.ArrayDeque;
import java.util.Deque;

/// Writes HTML. All text and all attribute values are escaped here and nowhere else; names of elements and attributes
/// are our own.
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /// Opens an element.
    ///
    /// @param attributes names and values in turn
    Html open(String element, String... attributes) {
        tag(element, attributes);
        open.push(element);
        return this;
    }

    /// Closes the element that was opened last.
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// Closes the last `count` elements.
    Html close(int count) {
        for (int i = 0; i < count; i++) {
            close();
        }
        return this;
    }

    /// An element without content.
    Html empty(String element, String... attributes) {
        return tag(element, attributes);
    }

    /// An element that holds a text.
    Html leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    Html text(String text) {
        escape(Printable.line(text), false);
        return this;
    }

    /// A paragraph in which what stands between backticks is code.
    Html prose(String text, String... attributes) {
        open("p", attributes);
        var parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            // Every second part is between two backticks; the last one of an odd number closes nothing.
            boolean code = i % 2 == 1 && i < parts.length - 1;
            if (code) {
                leaf("code", parts[i]);
            } else {
                text(i % 2 == 1 ? "`" + parts[i] : parts[i]);
            }
        }
        return close();
    }

    /// A text of several lines.
    Html lines(String text) {
        escape(Printable.lines(text), false);
        return this;
    }

    /// Our own markup, style or script.
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html newLine() {
        out.append('\n');
        return this;
    }

    private Html tag(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(Printable.line(attributes[i + 1]), true);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
