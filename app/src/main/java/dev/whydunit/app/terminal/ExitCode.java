package dev.whydunit.app.terminal;

/// What the process tells its caller.
public enum ExitCode {
    DONE(0, "done; nothing at or above --fail-on"),
    FOUND(1, "something at or above --fail-on"),
    WRONG_USAGE(2, "wrong usage"),
    NO_INPUT(3, "no input could be read"),
    INTERNAL_ERROR(4, "internal error: a bug of ours");

    private final int status;
    private final String meaning;

    ExitCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    /// What it means, in a few words.
    public String meaning() {
        return meaning;
    }
}
