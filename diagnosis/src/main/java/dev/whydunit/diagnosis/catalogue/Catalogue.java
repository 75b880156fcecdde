package dev.whydunit.diagnosis.catalogue;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.catalogue.cgo.BadPointerInHeap;
import dev.whydunit.diagnosis.catalogue.cgo.CgoPointerViolation;
import dev.whydunit.diagnosis.catalogue.cgo.FaultInCCode;
import dev.whydunit.diagnosis.catalogue.cgo.SignalHandlerWithoutOnStack;
import dev.whydunit.diagnosis.catalogue.cgo.UnsafePointerOutOfBounds;
import dev.whydunit.diagnosis.catalogue.channels.CloseOfClosedChannel;
import dev.whydunit.diagnosis.catalogue.channels.CloseOfNilChannel;
import dev.whydunit.diagnosis.catalogue.channels.DeadlockAllAsleep;
import dev.whydunit.diagnosis.catalogue.channels.GoroutineLeakCond;
import dev.whydunit.diagnosis.catalogue.channels.GoroutineLeakContext;
import dev.whydunit.diagnosis.catalogue.channels.GoroutineLeakNilChannel;
import dev.whydunit.diagnosis.catalogue.channels.GoroutineLeakReceive;
import dev.whydunit.diagnosis.catalogue.channels.GoroutineLeakResponseBody;
import dev.whydunit.diagnosis.catalogue.channels.GoroutineLeakSelect;
import dev.whydunit.diagnosis.catalogue.channels.GoroutineLeakSend;
import dev.whydunit.diagnosis.catalogue.channels.GoroutineLeakTicker;
import dev.whydunit.diagnosis.catalogue.channels.GoroutineLeakWaitgroup;
import dev.whydunit.diagnosis.catalogue.channels.GoroutineUnboundedSpawn;
import dev.whydunit.diagnosis.catalogue.channels.NegativeWaitGroupCounter;
import dev.whydunit.diagnosis.catalogue.channels.SendOnClosedChannel;
import dev.whydunit.diagnosis.catalogue.channels.WaitGroupReuse;
import dev.whydunit.diagnosis.catalogue.data.ApplicationPanic;
import dev.whydunit.diagnosis.catalogue.data.ConcurrentMapAccess;
import dev.whydunit.diagnosis.catalogue.data.DivideByZero;
import dev.whydunit.diagnosis.catalogue.data.FailedTypeAssertion;
import dev.whydunit.diagnosis.catalogue.data.IndexOutOfRange;
import dev.whydunit.diagnosis.catalogue.data.InfiniteRecursion;
import dev.whydunit.diagnosis.catalogue.data.MaskedPanic;
import dev.whydunit.diagnosis.catalogue.data.NilDereference;
import dev.whydunit.diagnosis.catalogue.data.NilMapWrite;
import dev.whydunit.diagnosis.catalogue.data.TypedNilInterface;
import dev.whydunit.diagnosis.catalogue.host.DescriptorExhaustion;
import dev.whydunit.diagnosis.catalogue.host.KilledFromOutside;
import dev.whydunit.diagnosis.catalogue.host.ThreadExhaustion;
import dev.whydunit.diagnosis.catalogue.locks.DoubleLock;
import dev.whydunit.diagnosis.catalogue.locks.LockContention;
import dev.whydunit.diagnosis.catalogue.locks.LockHeldOverChannel;
import dev.whydunit.diagnosis.catalogue.locks.LockHeldOverIo;
import dev.whydunit.diagnosis.catalogue.locks.LockHeldOverWait;
import dev.whydunit.diagnosis.catalogue.locks.LockOrderInversion;
import dev.whydunit.diagnosis.catalogue.locks.MissingUnlock;
import dev.whydunit.diagnosis.catalogue.locks.RwlockRecursion;
import dev.whydunit.diagnosis.catalogue.locks.UnlockOfUnlocked;
import dev.whydunit.diagnosis.catalogue.memory.AddressSpaceExhausted;
import dev.whydunit.diagnosis.catalogue.memory.FinalizerMisuse;
import dev.whydunit.diagnosis.catalogue.runtime.GoRuntimeBug;
import dev.whydunit.diagnosis.catalogue.scheduler.BlockingSyscall;
import dev.whydunit.diagnosis.catalogue.scheduler.CpuBoundHotPath;
import dev.whydunit.diagnosis.catalogue.scheduler.LockedOsThread;
import dev.whydunit.diagnosis.catalogue.scheduler.SchedulerStarvation;
import dev.whydunit.diagnosis.catalogue.scheduler.SyscallHeavy;
import dev.whydunit.diagnosis.catalogue.scheduler.TimerStorm;
import dev.whydunit.diagnosis.catalogue.services.ClientWithoutTimeout;
import dev.whydunit.diagnosis.catalogue.services.ConnectionPoolExhaustion;
import dev.whydunit.diagnosis.catalogue.services.SlowDependency;
import java.util.List;

/// All causes, sorted by name. Adding one: its class, its page beside it, its line here.
public final class Catalogue {

    private static final List<Cause> ALL = List.of(
            new AddressSpaceExhausted(),
            new ApplicationPanic(),
            new BadPointerInHeap(),
            new BlockingSyscall(),
            new CgoPointerViolation(),
            new ClientWithoutTimeout(),
            new CloseOfClosedChannel(),
            new CloseOfNilChannel(),
            new ConcurrentMapAccess(),
            new ConnectionPoolExhaustion(),
            new CpuBoundHotPath(),
            new DeadlockAllAsleep(),
            new DescriptorExhaustion(),
            new DivideByZero(),
            new DoubleLock(),
            new FailedTypeAssertion(),
            new FaultInCCode(),
            new FinalizerMisuse(),
            new GoRuntimeBug(),
            new GoroutineLeakCond(),
            new GoroutineLeakContext(),
            new GoroutineLeakNilChannel(),
            new GoroutineLeakReceive(),
            new GoroutineLeakResponseBody(),
            new GoroutineLeakSelect(),
            new GoroutineLeakSend(),
            new GoroutineLeakTicker(),
            new GoroutineLeakWaitgroup(),
            new GoroutineUnboundedSpawn(),
            new IndexOutOfRange(),
            new InfiniteRecursion(),
            new KilledFromOutside(),
            new LockContention(),
            new LockHeldOverChannel(),
            new LockHeldOverIo(),
            new LockHeldOverWait(),
            new LockOrderInversion(),
            new LockedOsThread(),
            new MaskedPanic(),
            new MissingUnlock(),
            new NegativeWaitGroupCounter(),
            new NilDereference(),
            new NilMapWrite(),
            new RwlockRecursion(),
            new SchedulerStarvation(),
            new SendOnClosedChannel(),
            new SignalHandlerWithoutOnStack(),
            new SlowDependency(),
            new SyscallHeavy(),
            new ThreadExhaustion(),
            new TimerStorm(),
            new TypedNilInterface(),
            new UnlockOfUnlocked(),
            new UnsafePointerOutOfBounds(),
            new WaitGroupReuse());

    private Catalogue() {}

    public static List<Cause> all() {
        return ALL;
    }
}
