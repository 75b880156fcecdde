package dev.whydunit.diagnosis.detectors.crashes;

import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.crash.Crash;
import java.util.Arrays;
import java.util.Optional;

/// The wordings of the Go runtime and standard library for a crash, and the finding that each stands for.
///
/// A panic value is compared from its start: an error of the program's own that quotes such a text further
/// in is the program's own panic. Sources: `runtime/error.go`, `runtime/panic.go`, `runtime/chan.go`,
/// `runtime/map*.go`, `sync/waitgroup.go`, `runtime/cgocall.go`, `runtime/checkptr.go`,
/// `runtime/mfinal.go`, `runtime/proc.go`, `runtime/signal_unix.go`, Go 1.5 to 1.27.
enum CrashWording {
    SEND_ON_CLOSED_CHANNEL(
            "panic-send-on-closed-channel", "sends on a channel that is closed", "send on closed channel"),
    CLOSE_OF_CLOSED_CHANNEL(
            "panic-close-of-closed-channel", "closes a channel a second time", "close of closed channel"),
    CLOSE_OF_NIL_CHANNEL("panic-close-of-nil-channel", "closes a nil channel", "close of nil channel"),
    NEGATIVE_WAITGROUP_COUNTER(
            "panic-negative-waitgroup-counter",
            "takes a WaitGroup's counter below zero",
            "sync: negative WaitGroup counter"),
    WAITGROUP_REUSE(
            "panic-waitgroup-reuse",
            "uses a WaitGroup again while a Wait of its last use has not returned",
            "sync: WaitGroup is reused before previous Wait has returned",
            "sync: WaitGroup misuse: Add called concurrently with Wait"),
    NIL_MAP_WRITE("panic-nil-map-write", "writes to a nil map", "assignment to entry in nil map"),
    INDEX_OUT_OF_RANGE(
            "panic-index-out-of-range",
            "indexes or slices out of range",
            "runtime error: index out of range",
            "runtime error: slice bounds out of range",
            "runtime error: cannot convert slice with length",
            "runtime error: makeslice: len out of range",
            "runtime error: makeslice: cap out of range"),
    DIVIDE_BY_ZERO("panic-divide-by-zero", "divides an integer by zero", "runtime error: integer divide by zero"),
    TYPED_NIL("panic-typed-nil", "calls a value method through a nil pointer that an interface holds", "value method "),
    NIL_DEREFERENCE(
            "panic-nil-dereference",
            "dereferences a nil pointer",
            "runtime error: invalid memory address or nil pointer dereference"),
    FAILED_TYPE_ASSERTION(
            "panic-failed-type-assertion",
            "asserts a type that the interface does not hold",
            "interface conversion: ",
            "runtime error: interface conversion: "),
    CGO_POINTER(
            "panic-cgo-pointer",
            "passes to C, or gets from Go for C, memory that holds Go pointers which are not pinned",
            "runtime error: cgo argument has Go pointer to",
            "runtime error: argument of cgo function has Go pointer to",
            "runtime error: result of Go function ",
            "runtime error: cgo result has Go pointer",
            "runtime error: cgo result is unpinned Go pointer",
            "cgo argument has Go pointer to",
            "cgo result "),
    CONCURRENT_MAP_ACCESS(
            "fatal-concurrent-map-access", "uses a map while another goroutine writes to it", "concurrent map "),
    ALL_ASLEEP(
            "fatal-all-asleep",
            "has no goroutine left that could run",
            "all goroutines are asleep - deadlock!",
            "no goroutines (main called runtime.Goexit) - deadlock!"),
    UNLOCK_OF_UNLOCKED(
            "fatal-unlock-of-unlocked",
            "unlocks a lock that is not locked",
            "sync: unlock of unlocked mutex",
            "sync: Unlock of unlocked RWMutex",
            "sync: RUnlock of unlocked RWMutex"),
    STACK_OVERFLOW("fatal-stack-overflow", "overflows its stack", "stack overflow"),
    THREAD_LIMIT("fatal-thread-limit", "needs more threads than the program may have", "thread exhaustion"),
    NO_NEW_THREAD("fatal-no-new-thread", "cannot get another thread from the system", "newosproc", "runtime.newosproc"),
    OUT_OF_MEMORY(
            "fatal-out-of-memory",
            "cannot get memory from the system",
            "runtime: out of memory",
            "runtime: cannot allocate memory",
            "out of memory",
            "cannot allocate memory"),
    HEAP_CORRUPTED(
            "fatal-heap-corrupted",
            "finds its heap corrupted",
            "found bad pointer in Go heap",
            "found pointer to free object",
            "marking free object",
            "invalid pointer found on stack",
            "s.allocCount != s.nelems",
            "sweep increased allocation count",
            "sweep: tried to preserve a user arena span",
            "bad pointer in write barrier",
            "heapBitsSetType",
            "bad summary data",
            "runtime: pointer to unallocated span"),
    CHECKPTR("fatal-checkptr", "makes an unsafe.Pointer that leaves its object", "checkptr: "),
    GO_POINTER_STORED(
            "fatal-go-pointer-stored",
            "stores a Go pointer that is not pinned in C memory",
            "unpinned Go pointer stored into non-Go memory",
            "Go pointer stored into non-Go memory",
            "cgo argument has Go pointer to"),
    HANDLER_WITHOUT_ONSTACK(
            "fatal-handler-without-onstack",
            "gets a signal on a stack that is not the signal stack",
            "non-Go code set up signal handler without SA_ONSTACK flag",
            "non-Go code disabled sigaltstack"),
    FINALIZER(
            "fatal-finalizer",
            "sets a finalizer that the runtime refuses",
            "runtime.SetFinalizer: ",
            "runtime.AddCleanup: ");

    private final FindingId finding;
    private final String does;
    private final String[] starts;

    CrashWording(String finding, String does, String... starts) {
        this.finding = new FindingId(finding);
        this.does = does;
        this.starts = starts;
    }

    FindingId finding() {
        return finding;
    }

    /// What the program does, as the predicate of a sentence.
    String does() {
        return does;
    }

    /// The wording of a crash's first panic or message.
    static Optional<CrashWording> of(CrashStory story) {
        boolean fatal = story.crash().kind() == Crash.Kind.FATAL_ERROR
                && story.crash().panics().isEmpty();
        return Arrays.stream(values())
                .filter(wording -> wording.isFatal() == fatal)
                .filter(wording -> wording.matches(story.text()))
                .findFirst();
    }

    private boolean isFatal() {
        return finding.text().startsWith("fatal-");
    }

    private boolean matches(String text) {
        if (this == TYPED_NIL) {
            return text.startsWith(starts[0]) && text.contains(" called using nil ");
        }
        return Arrays.stream(starts).anyMatch(text::startsWith);
    }
}
