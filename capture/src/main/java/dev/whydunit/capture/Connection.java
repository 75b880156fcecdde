package dev.whydunit.capture;

import java.io.IOException;
import java.time.Duration;

/// Asks one process; follows no redirect.
public interface Connection {

    /// @param status of HTTP
    /// @param body   not more than was asked for
    /// @param cut    whether there was more
    record Answer(int status, byte[] body, boolean cut) {}

    /// One GET.
    ///
    /// @param target    path and query
    /// @param mostBytes of the body
    /// @param timeout   for the whole of it
    Answer get(String target, long mostBytes, Duration timeout) throws IOException;
}
