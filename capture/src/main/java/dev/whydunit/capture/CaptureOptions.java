package dev.whydunit.capture;

import java.time.Duration;
import java.util.Optional;

/// @param duration over which the goroutine dumps and heap profiles are spread
/// @param trigger  what it waits for first
/// @param full     whether dumps are taken of any number of goroutines
/// @param most     bytes of all files together
public record CaptureOptions(Duration duration, Optional<Trigger> trigger, boolean full, long most) {
    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final long USUAL_BYTES = 256L << 20;

    public static CaptureOptions usual() {
        return new CaptureOptions(USUAL, Optional.empty(), false, USUAL_BYTES);
    }
}
