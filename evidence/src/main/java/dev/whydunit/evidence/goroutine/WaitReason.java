package dev.whydunit.evidence.goroutine;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The state or wait reason in the header of a goroutine, of all Go releases.
///
/// Source: `runtime/runtime2.go` (`waitReasonStrings`) and `runtime/traceback.go` (`gStatusStrings`).
public enum WaitReason {
    IDLE("idle"),
    RUNNABLE("runnable"),
    RUNNING("running"),
    SYSCALL("syscall"),
    WAITING("waiting"),
    DEAD("dead"),
    COPYING_STACK("copystack"),
    PREEMPTED("preempted"),
    GC_ASSIST_MARKING("GC assist marking"),
    IO_WAIT("IO wait"),
    CHANNEL_RECEIVE_NIL("chan receive (nil chan)"),
    CHANNEL_SEND_NIL("chan send (nil chan)"),
    DUMPING_HEAP("dumping heap"),
    GARBAGE_COLLECTION("garbage collection"),
    GARBAGE_COLLECTION_SCAN("garbage collection scan"),
    PANIC_WAIT("panicwait"),
    SELECT("select"),
    SELECT_NO_CASES("select (no cases)"),
    GC_ASSIST_WAIT("GC assist wait"),
    GC_SWEEP_WAIT("GC sweep wait"),
    GC_SCAVENGE_WAIT("GC scavenge wait"),
    CHANNEL_RECEIVE("chan receive"),
    CHANNEL_SEND("chan send"),
    FINALIZER_WAIT("finalizer wait"),
    FORCE_GC_IDLE("force gc (idle)"),
    GOMAXPROCS_UPDATER_IDLE("GOMAXPROCS updater (idle)"),
    SEMACQUIRE("semacquire"),
    SLEEP("sleep"),
    COND_WAIT("sync.Cond.Wait"),
    MUTEX_LOCK("sync.Mutex.Lock"),
    RWMUTEX_RLOCK("sync.RWMutex.RLock"),
    RWMUTEX_LOCK("sync.RWMutex.Lock"),
    WAITGROUP_WAIT("sync.WaitGroup.Wait"),
    TIMER_IDLE("timer goroutine (idle)"),
    TRACE_READER_BLOCKED("trace reader (blocked)"),
    WAIT_FOR_GC_CYCLE("wait for GC cycle"),
    GC_WORKER_IDLE("GC worker (idle)"),
    GC_WORKER_ACTIVE("GC worker (active)"),
    DEBUG_CALL("debug call"),
    GC_MARK_TERMINATION("GC mark termination"),
    STOPPING_THE_WORLD("stopping the world"),
    FLUSHING_PROC_CACHES("flushing proc caches"),
    TRACE_GOROUTINE_STATUS("trace goroutine status"),
    TRACE_PROC_STATUS("trace proc status"),
    PAGE_TRACE_FLUSH("page trace flush"),
    COROUTINE("coroutine"),
    GC_WEAK_TO_STRONG_WAIT("GC weak to strong wait"),
    SYNCTEST_RUN("synctest.Run"),
    SYNCTEST_WAIT("synctest.Wait"),
    CLEANUP_WAIT("cleanup wait"),
    /// A text that no release known here prints; the header's own text is kept beside it.
    UNKNOWN("");

    private static final Map<String, WaitReason> BY_TEXT =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(reason -> reason.text, Function.identity()));

    private final String text;

    WaitReason(String text) {
        this.text = text;
    }

    /// The reason for a header's text, without marks such as `(leaked)` or `(durable)`.
    public static WaitReason of(String text) {
        return BY_TEXT.getOrDefault(text, UNKNOWN);
    }

    /// The runtime's own text.
    public String text() {
        return text;
    }

    /// Whether the goroutine waits in a channel operation or select, nil channels included.
    public boolean isChannel() {
        return switch (this) {
            case CHANNEL_RECEIVE, CHANNEL_SEND, CHANNEL_RECEIVE_NIL, CHANNEL_SEND_NIL, SELECT, SELECT_NO_CASES -> true;
            default -> false;
        };
    }

    /// Whether the header says that it waits for a mutex or semaphore: on releases before 1.20 (WaitGroup: 1.25) only
    /// the frames tell which.
    public boolean isSemaphore() {
        return switch (this) {
            case SEMACQUIRE, MUTEX_LOCK, RWMUTEX_LOCK, RWMUTEX_RLOCK, WAITGROUP_WAIT -> true;
            default -> false;
        };
    }

    /// Whether it can run or runs: it is not parked.
    public boolean isOnProcessor() {
        return switch (this) {
            case RUNNING, RUNNABLE, PREEMPTED, COPYING_STACK, GC_WORKER_ACTIVE, GC_ASSIST_MARKING -> true;
            default -> false;
        };
    }
}
