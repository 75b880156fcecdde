package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import java.util.List;

/// The wait points of all goroutine groups of all dumps, in the order of the dumps, the largest group first.
public final class WaitPoints implements Fact<List<WaitPoint>> {

    public static final WaitPoints FACT = new WaitPoints();

    private WaitPoints() {}

    @Override
    public List<WaitPoint> derive(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        return process.all(GoroutineDump.class).stream()
                .flatMap(dump -> dump.groups().stream().map(group -> point(dump, group, own)))
                .toList();
    }

    private static WaitPoint point(GoroutineDump dump, GoroutineGroup group, OwnCode own) {
        List<Frame> frames = group.stack().frames();
        int caller = 0;
        while (caller < frames.size()
                && WaitPoint.isMachinery(frames.get(caller).function())) {
            caller++;
        }
        return new WaitPoint(dump, group, Operation.of(group), caller, own.frames(frames));
    }
}
