package dev.whydunit.formats.godebug;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.nio.charset.StandardCharsets;

/// `GODEBUG=gctrace=1`, a line for each collection:
///
/// ```
/// gc 9 @0.118s 4% (checking for goroutine leaks): 0.07+2.9+0.06 ms clock, ...                              1.27
/// gc 9 @0.118s 4%: 0.02+1.1+0.03 ms clock, 0.1+0.2/1.0/2.0+0.1 ms cpu, 4->5->2 MB, 5 MB goal, 0 MB stacks, 0 MB
/// globals, 4 P
/// gc 9 @0.118s 4%: 0.02+1.1+0.03 ms clock, 0.1+0.2/1.0/2.0+0.1 ms cpu, 4->5->2 MB, 5 MB goal, 4 P (forced)
/// 1.6-1.18
/// gc 9 @0.118s 4%: 0.02+0.1+0.2+1.1+0.03 ms clock, 0.1+0.1+0+0.2/1.0/2.0+0.1 ms cpu, 4->5->2 MB, 5 MB goal, 4 P
/// 1.5
/// ```
public final class GcTraceFormat implements TextFormat {
    private static final byte[] PREFIX = "gc ".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "gctrace";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte == 'g';
    }

    @Override
    public Score sniff(Line line) {
        return begins(line) && line.indexOf(CLOCK, 0) > 0 ? Score.CERTAIN : Score.NO;
    }

    private static final byte[] CLOCK = "clock,".getBytes(StandardCharsets.US_ASCII);

    /// `gc 9 @` or `gc #9 @`.
    static boolean begins(Line line) {
        if (!line.startsWith(PREFIX)) {
            return false;
        }
        int at = line.at(PREFIX.length) == '#' ? PREFIX.length + 1 : PREFIX.length;
        int first = at;
        while (line.at(at) >= '0' && line.at(at) <= '9') {
            at++;
        }
        return at > first && line.at(at) == ' ' && line.at(at + 1) == '@';
    }

    @Override
    public Section open(SectionContext context) {
        return new GcTraceSection(context);
    }
}
