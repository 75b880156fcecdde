package dev.whydunit.app.input;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The time that a command may take: it is spent when the time is up, or when the user types Ctrl-C. What was read
/// until
/// then still gets its answer.
public final class Budget implements BooleanSupplier, AutoCloseable {
    /// After Ctrl-C the answer on what was read has to come within this time.
    private static final long ANSWER_MILLIS = 10_000;

    private final long deadline;
    private final Thread hook;
    private volatile boolean interrupted;

    private Budget(long deadline) {
        this.deadline = deadline;
        var answering = Thread.currentThread();
        this.hook = new Thread(() -> interrupt(answering));
    }

    /// Starts now.
    public static Budget of(Duration duration) {
        var budget = new Budget(System.nanoTime() + duration.toNanos());
        Runtime.getRuntime().addShutdownHook(budget.hook);
        return budget;
    }

    @Override
    public boolean getAsBoolean() {
        return interrupted || System.nanoTime() - deadline > 0;
    }

    /// The answer stands: Ctrl-C ends the process at once again.
    @Override
    public void close() {
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void interrupt(Thread answering) {
        interrupted = true;
        try {
            TimeUnit.MILLISECONDS.timedJoin(answering, ANSWER_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
