package dev.whydunit.formats.godebug;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.nio.charset.StandardCharsets;

/// `GODEBUG=schedtrace=1000`, and with `scheddetail=1` a block for each line:
///
/// ```
/// SCHED 1009ms: gomaxprocs=4 idleprocs=3 threads=9 spinningthreads=0 needspinning=0 idlethreads=4 runqueue=0 [0 0 0 0]
/// SCHED 1009ms: gomaxprocs=4 ... runqueue=0 [ 0 0 0 0 ] schedticks=[ 92 90 91 85 ]                    1.25 and later
/// SCHED 0ms: gomaxprocs=4 ... runqueue=0 gcwaiting=false nmidlelocked=0 stopwait=0 sysmonwait=false   with detail
///   P0: status=1 schedtick=3 syscalltick=0 m=0 runqsize=1 gfreecnt=0 timerslen=0
///   M0: p=0 curg=1 mallocing=0 throwing=0 preemptoff= locks=1 dying=0 spinning=false blocked=false lockedg=nil
///   G1: status=4(chan receive) m=nil lockedm=nil
/// ```
public final class SchedulerTraceFormat implements TextFormat {
    private static final byte[] PREFIX = "SCHED ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GOMAXPROCS = "ms: gomaxprocs=".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "schedtrace";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte == 'S';
    }

    @Override
    public Score sniff(Line line) {
        return begins(line) ? Score.CERTAIN : Score.NO;
    }

    static boolean begins(Line line) {
        return line.startsWith(PREFIX) && line.indexOf(GOMAXPROCS, PREFIX.length) > 0;
    }

    @Override
    public Section open(SectionContext context) {
        return new SchedulerTraceSection(context);
    }
}
