package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.goroutine.Argument;
import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.Stack;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/// The words that a dump prints as arguments, read as addresses of objects: only those that can be trusted.
///
/// A word with `?` may be stale and is never used; a zero is no object. Which argument shows what was
/// measured with Go 1.11 to 1.27 on amd64.
final class Words {

    /// A lock lies within its struct; larger structs with a lock so far from their start are hardly met.
    private static final long STRUCT_SIZE = 2048;

    /// Offsets of the semaphores within their objects, 64 bit (`sync/mutex.go`, `sync/rwmutex.go`).
    private static final long MUTEX_SEMAPHORE = 4;

    private static final long WRITER_SEMAPHORE = 8;
    private static final long READER_SEMAPHORE = 12;

    private static final long NOT_SHOWN = -1;

    private Words() {}

    /// The address of the lock that a goroutine waits for; empty where no word shows it.
    ///
    /// Go 1.17 passes arguments in registers and prints stale ones without a mark: there only the receiver
    /// of `lockSlow` is alive while it waits.
    static OptionalLong lockAddress(WaitPoint point, Goroutine member) {
        Stack stack = point.group().stack();
        OptionalLong slow = lockAddress(stack, member, Words::slowOffset);
        if (slow.isPresent() || hidesStaleWords(point.dump().detail())) {
            return slow;
        }
        OptionalLong receiver = lockAddress(stack, member, Words::receiverOffset);
        return receiver.isPresent()
                ? receiver
                : lockAddress(stack, member, function -> semaphoreOffset(point.operation(), function));
    }

    private static boolean hidesStaleWords(GoroutineDump.Detail detail) {
        return detail.registerArguments() && !detail.uncertainMarks() && !detail.runtimeFrames();
    }

    private static OptionalLong lockAddress(Stack stack, Goroutine member, ToLongFunction<FunctionName> offsets) {
        for (int frame = 0; frame < stack.frames().size(); frame++) {
            FunctionName function = stack.frames().get(frame).function();
            if (!WaitPoint.isMachinery(function)) {
                break;
            }
            OptionalLong word = first(member, frame);
            long offset = offsets.applyAsLong(function);
            if (word.isPresent() && offset != NOT_SHOWN) {
                return OptionalLong.of(word.getAsLong() - offset);
            }
        }
        return OptionalLong.empty();
    }

    private static long slowOffset(FunctionName function) {
        return function.withinPackage().equals("(*Mutex).lockSlow") ? 0 : NOT_SHOWN;
    }

    private static long receiverOffset(FunctionName function) {
        String name = function.withinPackage();
        return name.startsWith("(*Mutex).") || name.startsWith("(*RWMutex).") ? 0 : NOT_SHOWN;
    }

    /// How far the semaphore that a function waits on is from its lock's address.
    private static long semaphoreOffset(Operation operation, FunctionName function) {
        String name = function.withinPackage();
        if (!name.equals("semacquire1") && !name.equals("runtime_SemacquireMutex")) {
            return NOT_SHOWN;
        }
        return switch (operation) {
            case MUTEX_LOCK -> MUTEX_SEMAPHORE;
            case WRITE_LOCK -> WRITER_SEMAPHORE;
            case READ_LOCK -> READER_SEMAPHORE;
            default -> NOT_SHOWN;
        };
    }

    /// The first argument of a frame, for a method its receiver; empty where it is not shown, uncertain or
    /// zero.
    static OptionalLong first(Goroutine member, int frame) {
        return member.argumentsOf(frame)
                .filter(argument -> argument.position() == 0)
                .filter(Words::isObject)
                .mapToLong(Argument::value)
                .findFirst();
    }

    /// All words of the frames from one on that can be addresses.
    static LongStream from(Goroutine member, int frame) {
        return member.arguments().stream()
                .filter(argument -> argument.frame() >= frame)
                .filter(Words::isObject)
                .mapToLong(Argument::value);
    }

    static boolean isObject(Argument argument) {
        // Below a page no object lies; counts and lengths do.
        return argument.certain() && Long.compareUnsigned(argument.value(), 4096) > 0;
    }

    /// Whether an address can lie in the object that begins at a word.
    static boolean covers(long word, long address) {
        return Long.compareUnsigned(word, address) <= 0 && address - word < STRUCT_SIZE;
    }
}
