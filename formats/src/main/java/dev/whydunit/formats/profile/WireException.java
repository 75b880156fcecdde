package dev.whydunit.formats.profile;

import java.io.IOException;

/// Bytes that are not a message of protocol buffers. Never leaves the package: it becomes a gap.
final class WireException extends IOException {
    private static final long serialVersionUID = 1;

    WireException(String expected) {
        super(expected, null);
    }

    /// A break is data here: no stack trace is collected for it.
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
