package dev.whydunit.app.terminal;

/// What the process tells its caller.
public enum ExitCode {
    /// Done; nothing at or above `--fail-on`.
    DONE(0),
    /// Something at or above `--fail-on`.
    FOUND(1),
    /// The command line is wrong.
    WRONG_USAGE(2),
    /// No input could be read.
    NO_INPUT(3),
    /// A bug of ours.
    INTERNAL_ERROR(4);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
