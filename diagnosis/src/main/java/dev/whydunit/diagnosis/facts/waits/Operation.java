package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import dev.whydunit.evidence.goroutine.WaitReason;
import java.util.List;

/// What a goroutine does or waits in, told by its state and, where the state leaves it open, by its frames.
///
/// Before Go 1.20 locks, and before 1.25 a WaitGroup, show as `semacquire`: the frames of `sync` tell
/// which it is.
public enum Operation {
    MUTEX_LOCK("sync.Mutex.Lock"),
    READ_LOCK("sync.RWMutex.RLock"),
    WRITE_LOCK("sync.RWMutex.Lock"),
    WAITGROUP_WAIT("sync.WaitGroup.Wait"),
    COND_WAIT("sync.Cond.Wait"),
    ONCE("sync.Once.Do"),
    /// A semaphore of the runtime that none of the above uses.
    SEMAPHORE("a semaphore"),
    CHANNEL_SEND("a channel send"),
    CHANNEL_RECEIVE("a channel receive"),
    NIL_CHANNEL_SEND("a send on a nil channel"),
    NIL_CHANNEL_RECEIVE("a receive from a nil channel"),
    SELECT("a select"),
    SELECT_WITHOUT_CASES("a select without cases"),
    IO("network or file I/O"),
    SLEEP("a sleep"),
    SYSTEM_CALL("a system call"),
    C_CALL("a C call"),
    ON_PROCESSOR("running"),
    /// The runtime's own business.
    RUNTIME("the runtime");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    /// What it is, for the middle of a sentence: `waits in a channel send`.
    public String text() {
        return text;
    }

    /// Whether it waits for a lock that somebody holds.
    public boolean isLock() {
        return this == MUTEX_LOCK || this == READ_LOCK || this == WRITE_LOCK;
    }

    /// Whether it waits for another goroutine's channel operation.
    public boolean isChannel() {
        return switch (this) {
            case CHANNEL_SEND, CHANNEL_RECEIVE, NIL_CHANNEL_SEND, NIL_CHANNEL_RECEIVE, SELECT, SELECT_WITHOUT_CASES ->
                true;
            default -> false;
        };
    }

    /// Whether it waits for a condition that other goroutines bring about: WaitGroup, Cond, Once.
    public boolean isCondition() {
        return this == WAITGROUP_WAIT || this == COND_WAIT || this == ONCE;
    }

    /// Whether it waits for the world outside, or for time.
    public boolean isOutside() {
        return this == IO || this == SLEEP || this == SYSTEM_CALL || this == C_CALL;
    }

    static Operation of(GoroutineGroup group) {
        return switch (group.reason()) {
            case MUTEX_LOCK, RWMUTEX_LOCK, RWMUTEX_RLOCK, WAITGROUP_WAIT, SEMACQUIRE -> semaphore(group);
            case COND_WAIT -> COND_WAIT;
            case CHANNEL_SEND -> CHANNEL_SEND;
            case CHANNEL_RECEIVE -> CHANNEL_RECEIVE;
            case CHANNEL_SEND_NIL -> NIL_CHANNEL_SEND;
            case CHANNEL_RECEIVE_NIL -> NIL_CHANNEL_RECEIVE;
            case SELECT -> SELECT;
            case SELECT_NO_CASES -> SELECT_WITHOUT_CASES;
            case IO_WAIT -> IO;
            case SLEEP -> SLEEP;
            case SYSCALL -> inC(group) ? C_CALL : SYSTEM_CALL;
            case RUNNING, RUNNABLE, PREEMPTED, COPYING_STACK -> inC(group) ? C_CALL : ON_PROCESSOR;
            default -> RUNTIME;
        };
    }

    private static boolean inC(GoroutineGroup group) {
        return group.stack().calls("runtime.cgocall")
                || group.stack().frames().stream()
                        .limit(1)
                        .anyMatch(frame -> frame.function().canonical().contains("._Cfunc_"));
    }

    /// What goroutines of a count profile wait in, told by the frames of the runtime, which these profiles
    /// show; running where none says that they are parked. Source: `runtime/chan.go`, `select.go`,
    /// `sema.go`, `time.go`, `netpoll.go`.
    public static Operation ofRuntimeFrames(List<FunctionName> innermostFirst) {
        for (FunctionName function : innermostFirst) {
            Operation known = ofRuntimeFrame(function.canonical());
            if (known != RUNTIME) {
                return known;
            }
        }
        return ON_PROCESSOR;
    }

    private static Operation ofRuntimeFrame(String function) {
        return switch (function) {
            case "runtime.chansend", "runtime.chansend1" -> CHANNEL_SEND;
            case "runtime.chanrecv", "runtime.chanrecv1", "runtime.chanrecv2" -> CHANNEL_RECEIVE;
            case "runtime.selectgo" -> SELECT;
            case "runtime.block" -> SELECT_WITHOUT_CASES;
            case "time.Sleep", "runtime.timeSleep" -> SLEEP;
            case "sync.(*WaitGroup).Wait" -> WAITGROUP_WAIT;
            case "sync.(*Cond).Wait" -> COND_WAIT;
            case "sync.(*Mutex).Lock", "sync.(*Mutex).lockSlow", "internal/sync.(*Mutex).lockSlow" -> MUTEX_LOCK;
            case "sync.(*RWMutex).Lock" -> WRITE_LOCK;
            case "sync.(*RWMutex).RLock" -> READ_LOCK;
            case "internal/poll.runtime_pollWait", "internal/poll.(*pollDesc).wait" -> IO;
            case "runtime.cgocall" -> C_CALL;
            default -> function.startsWith("syscall.Syscall") ? SYSTEM_CALL : RUNTIME;
        };
    }

    /// Told by the outermost call of `sync` above the caller: an RWMutex and a Once use a Mutex inside.
    private static Operation semaphore(GoroutineGroup group) {
        List<FunctionName> calls = group.stack().frames().stream()
                .map(frame -> frame.function())
                .takeWhile(WaitPoint::isMachinery)
                .toList();
        return calls.isEmpty() ? byState(group.reason()) : byCall(calls.getLast(), group.reason());
    }

    private static Operation byCall(FunctionName call, WaitReason reason) {
        String type = call.receiverType().orElse("");
        String name = call.withinPackage();
        return switch (type) {
            case "Mutex" -> MUTEX_LOCK;
            case "RWMutex" -> name.contains("RLock") || name.contains("rLock") ? READ_LOCK : WRITE_LOCK;
            case "rlocker" -> READ_LOCK;
            case "WaitGroup" -> WAITGROUP_WAIT;
            case "Once" -> ONCE;
            case "Cond" -> COND_WAIT;
            default -> byState(reason);
        };
    }

    private static Operation byState(WaitReason reason) {
        return switch (reason) {
            case MUTEX_LOCK -> MUTEX_LOCK;
            case RWMUTEX_LOCK -> WRITE_LOCK;
            case RWMUTEX_RLOCK -> READ_LOCK;
            case WAITGROUP_WAIT -> WAITGROUP_WAIT;
            default -> SEMAPHORE;
        };
    }
}
