package dev.whydunit.diagnosis.facts;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.SourceLine;
import dev.whydunit.evidence.profile.CodeFunction;
import dev.whydunit.evidence.profile.CodeTable;
import dev.whydunit.evidence.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The stacks of a profile seen from the program's own code: each function is looked at once, each sample
/// is told by its innermost own function. Used by one thread.
public final class OwnStacks {

    /// No own function is in the stack.
    public static final int NONE = -1;

    /// So many callers are told: enough to recognise the path.
    private static final int CALLERS_TOLD = 6;

    private final Profile profile;
    private final CodeTable code;
    private final Frame[] frames;
    private final boolean[] own;
    private int[] stack = new int[64];
    private int line;

    public OwnStacks(Profile profile, OwnCode ownCode) {
        this.profile = profile;
        this.code = profile.code();
        this.frames = code.functions().stream().map(OwnStacks::frame).toArray(Frame[]::new);
        this.own = new boolean[frames.length];
        for (int i = 0; i < frames.length; i++) {
            own[i] = ownCode.isOwn(frames[i]);
        }
    }

    private static Frame frame(CodeFunction function) {
        String name = function.name().isEmpty() ? function.systemName() : function.name();
        Optional<SourceLine> place = function.file().isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceLine(function.file(), Math.clamp(function.startLine(), 0, Integer.MAX_VALUE)));
        return new Frame(FunctionName.of(name), place, false);
    }

    /// How many functions the profile knows.
    public int functions() {
        return frames.length;
    }

    /// A function, with the line in which it begins.
    public Frame frame(int function) {
        return frames[function];
    }

    /// A function, with a line within it.
    public Frame frame(int function, int atLine) {
        Frame frame = frames[function];
        return new Frame(frame.function(), frame.location().map(place -> new SourceLine(place.file(), atLine)), false);
    }

    /// What is told of the functions of a stack, from the leaf outward.
    @FunctionalInterface
    public interface Visitor {
        /// @param isLeaf whether it is the innermost of all
        void visit(int function, boolean isLeaf);
    }

    /// Visits all functions of a sample's stack.
    public void visit(int sample, Visitor visitor) {
        stack = profile.stack(sample, stack);
        for (int i = 0; i < profile.depth(sample); i++) {
            for (int j = 0; j < code.lines(stack[i]); j++) {
                visitor.visit(code.function(stack[i], j), i == 0 && j == 0);
            }
        }
    }

    /// The innermost own function of a sample's stack, or [#NONE]; its line is [#line()] until the next
    /// call.
    public int innermost(int sample) {
        stack = profile.stack(sample, stack);
        for (int i = 0; i < profile.depth(sample); i++) {
            for (int j = 0; j < code.lines(stack[i]); j++) {
                int function = code.function(stack[i], j);
                if (own[function]) {
                    line = Math.max(0, code.lineNumber(stack[i], j));
                    return function;
                }
            }
        }
        return NONE;
    }

    /// The line of the last [#innermost] one.
    public int line() {
        return line;
    }

    /// The own functions above one in a sample's stack, the nearest first.
    public List<Frame> callers(int function, int sample) {
        List<Frame> callers = new ArrayList<>();
        boolean above = false;
        for (int i = 0; i < profile.depth(sample) && callers.size() < CALLERS_TOLD; i++) {
            int location = profile.location(sample, i);
            for (int j = 0; j < code.lines(location); j++) {
                int caller = code.function(location, j);
                if (above && own[caller] && caller != function) {
                    callers.add(frames[caller]);
                }
                above |= caller == function;
            }
        }
        return callers;
    }
}
