package dev.whydunit.formats.goroutine;

import dev.whydunit.formats.Line;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a dump holds, as numbers: the tables of its strings, frames and stacks, and the columns of its goroutines.
final class DumpContent {

    /// The functions in which a stack ends that nobody created with `go`: the main goroutine's, and those that C
    /// called.
    private static final Set<String> OUTERMOST = Set.of(
            "main.main", "runtime.main", "runtime.goexit", "runtime.mstart", "runtime.cgocallback", "runtime_main");

    private static final String CALLED_BY_C = "_cgoexp_";

    /// Threads of which the goroutine is looked up: looking costs the length of the dump.
    private static final int MOST_REPEATS = 1_000;

    private final ByteStrings states = new ByteStrings();
    private final ByteStrings functions = new ByteStrings();
    private final ByteStrings frames = new ByteStrings();
    private final ByteStrings labelSets = new ByteStrings();
    private final StackGroups groups;
    private final MemberColumns members = new MemberColumns();
    private final ArgumentWords words = new ArgumentWords();
    private final WaitCounts waits = new WaitCounts();
    private final @Nullable ArgumentTexts texts;
    private long count;
    private long highestId;
    private int repeatsLookedFor;
    private long beyondLimit;
    private int firstRow = MemberColumns.NONE;
    private int firstRunningRow = MemberColumns.NONE;
    private int[] systemStack = {};
    private boolean systemComesFirst;

    private DumpContent(int distinctStacks, @Nullable ArgumentTexts texts) {
        this.groups = new StackGroups(distinctStacks);
        this.texts = texts;
    }

    /// A dump.
    DumpContent(int distinctStacks) {
        this(distinctStacks, null);
    }

    /// A part of a dump, made to be absorbed by another: it cannot be assembled itself.
    static DumpContent ofRange(int distinctStacks) {
        return new DumpContent(distinctStacks, new ArgumentTexts());
    }

    /// The number of a state's text.
    int state(Line line, int from, int to) {
        byte[] text = line.buffer();
        int state = states.number(0, text, line.from() + from, line.from() + to);
        return state == ByteStrings.NONE ? states.number(0, text, 0, 0) : state;
    }

    /// The number of a function's name as printed.
    int function(byte[] text, int from, int to) {
        return functions.number(0, text, from, to);
    }

    /// The number of a frame: a function, whether it was inlined, and `path:line` (empty where it has none).
    int frame(int function, boolean inlined, byte[] text, int from, int to) {
        return function == ByteStrings.NONE
                ? ByteStrings.NONE
                : frames.number(function << 1 | (inlined ? 1 : 0), text, from, to);
    }

    /// From here on goroutines may come a second time: GOTRACEBACK=crash lets each thread print its own once more.
    void expectRepeats() {
        repeatsLookedFor = MOST_REPEATS;
    }

    boolean expectsRepeats() {
        return repeatsLookedFor > 0;
    }

    /// Adds a goroutine whose lines are all read.
    void add(OpenGoroutine goroutine) {
        if (repeatsLookedFor > 0 && isRepeat(goroutine)) {
            return;
        }
        count++;
        highestId = Math.max(highestId, goroutine.id());
        int group = groups.group(goroutine.sequence(), goroutine.length());
        if (group == StackGroups.NONE) {
            beyondLimit++;
            return;
        }
        groups.addTo(group, 1);
        if (goroutine.minutes() != Header.NO_MINUTES) {
            waits.add(group, goroutine.minutes(), 1);
        }
        if (members.hasRoom(group)) {
            keep(group, goroutine);
        }
    }

    /// Whether the goroutine is there already, with its stack. Where its stack was unavailable, that one is taken
    /// out.
    private boolean isRepeat(OpenGoroutine goroutine) {
        repeatsLookedFor--;
        int row = members.rowOf(goroutine.id());
        if (row == MemberColumns.NONE) {
            return false;
        }
        if (groups.hasFrames(members.group(row)) || !goroutine.hasFrames()) {
            return true;
        }
        groups.addTo(members.group(row), -1);
        members.remove(row);
        firstRow = row == firstRow ? MemberColumns.NONE : firstRow;
        firstRunningRow = row == firstRunningRow ? MemberColumns.NONE : firstRunningRow;
        count--;
        return false;
    }

    private void keep(int group, OpenGoroutine goroutine) {
        int row = members.add(
                group,
                goroutine.id(),
                goroutine.parent(),
                goroutine.minutes(),
                goroutine.flags(),
                goroutine.labelSet(labelSets));
        if (texts == null) {
            goroutine.pack(words);
            long place = words.end();
            members.setArguments(row, place, words.size());
        } else {
            goroutine.copy(texts);
            long place = texts.end();
            members.setArguments(row, place, texts.size());
        }
        members.setPlace(row, goroutine.line(), goroutine.from(), goroutine.to());
        noteFirst(row, goroutine.isRunning());
    }

    private void noteFirst(int row, boolean running) {
        if (firstRow == MemberColumns.NONE) {
            firstRow = row;
        }
        if (firstRunningRow == MemberColumns.NONE && running) {
            firstRunningRow = row;
        }
    }

    /// Keeps the first stack that is no goroutine's: `runtime stack:`, `goroutine 0 [idle]:`.
    void addSystemStack(OpenGoroutine stack) {
        if (systemStack.length == 0 && stack.hasFrames()) {
            systemStack = Arrays.copyOf(stack.sequence(), stack.length());
            systemComesFirst = count == 0;
        }
    }

    /// Whether the last frame of a stack is one that nobody created.
    boolean isOutermost(OpenGoroutine goroutine) {
        if (!goroutine.hasFrames()) {
            return goroutine.isUnavailable();
        }
        String name = functions.text(frames.key(goroutine.outermostFrame()) >> 1);
        return OUTERMOST.contains(name) || name.startsWith(CALLED_BY_C);
    }

    /// Takes over all goroutines of the part of the dump that follows, which was made by [#ofRange].
    ///
    /// @param linesBefore lines of the input before that part, which counts its own from one
    void absorb(DumpContent later, long linesBefore) {
        int[] frameHere = framesHere(later);
        int[] stateHere = new int[later.states.count()];
        for (int state = 0; state < stateHere.length; state++) {
            stateHere[state] = states.numberOf(later.states, state, 0);
        }
        int[] groupHere = new int[later.groups.count()];
        for (int group = 0; group < groupHere.length; group++) {
            int[] sequence = later.groups.sequence(group);
            renumber(sequence, stateHere, frameHere);
            groupHere[group] = groups.group(sequence, sequence.length);
            if (groupHere[group] == StackGroups.NONE) {
                beyondLimit += later.groups.size(group);
            } else {
                groups.addTo(groupHere[group], later.groups.size(group));
            }
        }
        for (int row = 0; row < later.members.count(); row++) {
            int group = groupHere[later.members.group(row)];
            if (group != StackGroups.NONE && members.hasRoom(group)) {
                copyRow(later, row, group, linesBefore);
            }
        }
        waits.addAll(later.waits, groupHere);
        count += later.count;
        beyondLimit += later.beyondLimit;
        highestId = Math.max(highestId, later.highestId);
        if (systemStack.length == 0 && later.systemStack.length > 0) {
            systemStack = later.systemStack.clone();
            renumber(systemStack, new int[1], frameHere);
        }
    }

    private int[] framesHere(DumpContent later) {
        int[] functionHere = new int[later.functions.count()];
        for (int function = 0; function < functionHere.length; function++) {
            functionHere[function] = functions.numberOf(later.functions, function, 0);
        }
        int[] frameHere = new int[later.frames.count()];
        for (int frame = 0; frame < frameHere.length; frame++) {
            int key = later.frames.key(frame);
            int function = functionHere[key >> 1];
            frameHere[frame] = function == ByteStrings.NONE
                    ? ByteStrings.NONE
                    : frames.numberOf(later.frames, frame, (function << 1) | (key & 1));
        }
        return frameHere;
    }

    private static void renumber(int[] sequence, int[] stateHere, int[] frameHere) {
        sequence[StackGroups.STATE] = stateHere[sequence[StackGroups.STATE]];
        int creator = sequence[StackGroups.CREATED_BY];
        sequence[StackGroups.CREATED_BY] = creator == StackGroups.NONE ? creator : frameHere[creator];
        for (int i = StackGroups.FRAMES; i < sequence.length; i++) {
            sequence[i] = frameHere[sequence[i]];
        }
    }

    private void copyRow(DumpContent later, int row, int group, long linesBefore) {
        MemberColumns from = later.members;
        int labels = from.labels(row);
        int copy = members.add(
                group,
                from.id(row),
                from.parent(row),
                from.minutes(row),
                from.flags(row),
                labels == MemberColumns.NONE ? labels : labelSets.numberOf(later.labelSets, labels, 0));
        if (later.texts != null) {
            later.texts.pack(from.arguments(row), from.argumentBytes(row), words);
        }
        long place = words.end();
        members.setArguments(copy, place, words.size());
        members.setPlace(copy, from.line(row) + linesBefore, from.from(row), from.to(row));
        noteFirst(copy, row == later.firstRunningRow);
    }

    ByteStrings states() {
        return states;
    }

    ByteStrings functions() {
        return functions;
    }

    ByteStrings frames() {
        return frames;
    }

    ByteStrings labelSets() {
        return labelSets;
    }

    StackGroups groups() {
        return groups;
    }

    MemberColumns members() {
        return members;
    }

    ArgumentWords words() {
        return words;
    }

    WaitCounts waits() {
        return waits;
    }

    long count() {
        return count;
    }

    long highestId() {
        return highestId;
    }

    /// Goroutines whose stack is none of the distinct ones that are kept.
    long beyondLimit() {
        return beyondLimit;
    }

    /// The row of the first goroutine, or [MemberColumns#NONE].
    int firstRow() {
        return firstRow;
    }

    /// The row of the first goroutine whose header says `running`, or [MemberColumns#NONE].
    int firstRunningRow() {
        return firstRunningRow;
    }

    /// The first stack that is no goroutine's, as a sequence; empty where there is none.
    int[] systemStack() {
        return systemStack;
    }

    /// Whether that stack is printed before all goroutines.
    boolean systemComesFirst() {
        return systemComesFirst;
    }
}
