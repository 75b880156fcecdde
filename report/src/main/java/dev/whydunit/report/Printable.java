package dev.whydunit.report;

/// Text from the input made fit for a reader: control characters become spaces, and characters that turn the direction
/// of writing or have no width are written by their number, since they can make a line read as another one.
public final class Printable {
    private Printable() {}

    /// The text on one line.
    public static String line(String text) {
        int clean = 0;
        while (clean < text.length() && isPlain(text.charAt(clean))) {
            clean++;
        }
        return clean == text.length() ? text : replaced(text);
    }

    /// The text with its line ends and tabs.
    public static String lines(String text) {
        return String.join(
                "\n", text.lines().map(line -> line(line.replace("\t", "    "))).toList());
    }

    private static String replaced(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                out.append(c);
            } else if (Character.isISOControl(c)) {
                out.append(' ');
            } else {
                out.append("[U+")
                        .append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
                        .append(']');
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT && !isLineEnd(c);
    }

    /// U+2028 and U+2029 end a line in some programs.
    private static boolean isLineEnd(char c) {
        int type = Character.getType(c);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
