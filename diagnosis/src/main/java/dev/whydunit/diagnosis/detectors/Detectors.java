package dev.whydunit.diagnosis.detectors;

import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.detectors.crashes.ApplicationPanic;
import dev.whydunit.diagnosis.detectors.crashes.CrashRaised;
import dev.whydunit.diagnosis.detectors.crashes.EndedFromOutside;
import dev.whydunit.diagnosis.detectors.crashes.MapOtherParty;
import dev.whydunit.diagnosis.detectors.crashes.NilReceiver;
import dev.whydunit.diagnosis.detectors.crashes.PanicMasked;
import dev.whydunit.diagnosis.detectors.crashes.RecursionCycle;
import dev.whydunit.diagnosis.detectors.crashes.RuntimeFatal;
import dev.whydunit.diagnosis.detectors.crashes.SignalInC;
import dev.whydunit.diagnosis.detectors.crashes.TestTimedOut;
import dev.whydunit.diagnosis.detectors.crashes.UnexpectedFault;
import dev.whydunit.diagnosis.detectors.host.DescriptorLimit;
import dev.whydunit.diagnosis.detectors.host.ThreadLimit;
import dev.whydunit.diagnosis.detectors.leaks.CountedSites;
import dev.whydunit.diagnosis.detectors.leaks.FinalizerBlocked;
import dev.whydunit.diagnosis.detectors.leaks.GrowingSites;
import dev.whydunit.diagnosis.detectors.leaks.MarkedLeaks;
import dev.whydunit.diagnosis.detectors.leaks.PartyTimeouts;
import dev.whydunit.diagnosis.detectors.leaks.PoolFigures;
import dev.whydunit.diagnosis.detectors.leaks.PoolQueue;
import dev.whydunit.diagnosis.detectors.leaks.StuckSites;
import dev.whydunit.diagnosis.detectors.leaks.UncancelledContexts;
import dev.whydunit.diagnosis.detectors.leaks.UnreadBodies;
import dev.whydunit.diagnosis.detectors.leaks.WorkingCrowd;
import dev.whydunit.diagnosis.detectors.locks.AbandonedLock;
import dev.whydunit.diagnosis.detectors.locks.CallBackIntoC;
import dev.whydunit.diagnosis.detectors.locks.HolderWaits;
import dev.whydunit.diagnosis.detectors.locks.LockCrowd;
import dev.whydunit.diagnosis.detectors.locks.LockCycle;
import dev.whydunit.diagnosis.detectors.locks.LockDelay;
import dev.whydunit.diagnosis.detectors.locks.OnceWithinOnce;
import dev.whydunit.diagnosis.detectors.locks.SelfWait;
import dev.whydunit.diagnosis.detectors.memory.AllocationSite;
import dev.whydunit.diagnosis.detectors.memory.CollectorShare;
import dev.whydunit.diagnosis.detectors.memory.ForcedCollections;
import dev.whydunit.diagnosis.detectors.memory.GoalPinned;
import dev.whydunit.diagnosis.detectors.memory.HeapGrowth;
import dev.whydunit.diagnosis.detectors.memory.LiveHeapRises;
import dev.whydunit.diagnosis.detectors.memory.MarkAssist;
import dev.whydunit.diagnosis.detectors.memory.OffHeap;
import dev.whydunit.diagnosis.detectors.memory.OomKill;
import dev.whydunit.diagnosis.detectors.memory.StackMemory;
import dev.whydunit.diagnosis.detectors.memory.WorldStopped;
import dev.whydunit.diagnosis.detectors.scheduler.HandshakeWork;
import dev.whydunit.diagnosis.detectors.scheduler.HotFunction;
import dev.whydunit.diagnosis.detectors.scheduler.KernelTime;
import dev.whydunit.diagnosis.detectors.scheduler.LockedThreads;
import dev.whydunit.diagnosis.detectors.scheduler.RunnableCrowd;
import dev.whydunit.diagnosis.detectors.scheduler.RunnableQueue;
import dev.whydunit.diagnosis.detectors.scheduler.ThreadsInCalls;
import dev.whydunit.diagnosis.detectors.scheduler.TimerWork;
import java.util.List;

/// All detectors, sorted by name. Adding one: its class, its page beside it, its line here.
public final class Detectors {

    private static final List<Detector> ALL = List.of(
            new AbandonedLock(),
            new AllocationSite(),
            new ApplicationPanic(),
            new CallBackIntoC(),
            new CollectorShare(),
            new CountedSites(),
            new CrashRaised(),
            new DescriptorLimit(),
            new EndedFromOutside(),
            new FinalizerBlocked(),
            new ForcedCollections(),
            new GoalPinned(),
            new GrowingSites(),
            new HandshakeWork(),
            new HeapGrowth(),
            new HolderWaits(),
            new HotFunction(),
            new KernelTime(),
            new LiveHeapRises(),
            new LockCrowd(),
            new LockCycle(),
            new LockDelay(),
            new LockedThreads(),
            new MapOtherParty(),
            new MarkAssist(),
            new MarkedLeaks(),
            new NilReceiver(),
            new OffHeap(),
            new OnceWithinOnce(),
            new OomKill(),
            new PanicMasked(),
            new PartyTimeouts(),
            new PoolFigures(),
            new PoolQueue(),
            new RecursionCycle(),
            new RunnableCrowd(),
            new RunnableQueue(),
            new RuntimeFatal(),
            new SelfWait(),
            new SignalInC(),
            new StackMemory(),
            new StuckSites(),
            new TestTimedOut(),
            new ThreadLimit(),
            new ThreadsInCalls(),
            new TimerWork(),
            new UncancelledContexts(),
            new UnexpectedFault(),
            new UnreadBodies(),
            new WorkingCrowd(),
            new WorldStopped());

    private Detectors() {}

    public static List<Detector> all() {
        return ALL;
    }
}
