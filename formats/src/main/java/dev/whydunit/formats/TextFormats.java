package dev.whydunit.formats;

import dev.whydunit.formats.crash.CrashFormat;
import dev.whydunit.formats.crash.ProcessEndFormat;
import dev.whydunit.formats.godebug.GcTraceFormat;
import dev.whydunit.formats.godebug.InitTraceFormat;
import dev.whydunit.formats.godebug.PacerTraceFormat;
import dev.whydunit.formats.godebug.ScavengerTraceFormat;
import dev.whydunit.formats.godebug.SchedulerTraceFormat;
import dev.whydunit.formats.goroutine.GoroutineDumpFormat;
import dev.whydunit.formats.metrics.MetricsFormat;
import dev.whydunit.formats.profile.ContentionTextFormat;
import dev.whydunit.formats.profile.CountTextFormat;
import dev.whydunit.formats.profile.HeapTextFormat;
import dev.whydunit.formats.profile.ThreadzTextFormat;
import java.util.List;

/// The formats made of lines, sorted by name; one line for each.
public final class TextFormats {
    private static final List<TextFormat> ALL = List.of(
            new ContentionTextFormat(),
            new CountTextFormat(),
            new CrashFormat(),
            new GcTraceFormat(),
            new GoroutineDumpFormat(),
            new HeapTextFormat(),
            new InitTraceFormat(),
            new MetricsFormat(),
            new PacerTraceFormat(),
            new ProcessEndFormat(),
            new ScavengerTraceFormat(),
            new SchedulerTraceFormat(),
            new ThreadzTextFormat());

    private TextFormats() {}

    /// All of them; the order carries no weight.
    public static List<TextFormat> all() {
        if (ALL.isEmpty()) {
            throw new IllegalStateException("no text format is registered");
        }
        return ALL;
    }
}
