package dev.whydunit.report.text;

/// How a text is emphasised.
public enum Ink {
    PLAIN("", "", ""),
    ANSI("\033[1m", "\033[2m", "\033[0m");

    private final String strong;
    private final String faint;
    private final String end;

    Ink(String strong, String faint, String end) {
        this.strong = strong;
        this.faint = faint;
        this.end = end;
    }

    String strong(String text) {
        return strong + text + end;
    }

    String faint(String text) {
        return faint + text + end;
    }
}
