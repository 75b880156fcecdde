package dev.whydunit.app.terminal;

/// A mistake of the user's. The message is one line and says what to type instead.
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    private UserError(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public static UserError wrongUsage(String message) {
        return new UserError(ExitCode.WRONG_USAGE, message);
    }

    public static UserError noInput(String message) {
        return new UserError(ExitCode.NO_INPUT, message);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
