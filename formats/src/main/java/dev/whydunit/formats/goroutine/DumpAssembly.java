package dev.whydunit.formats.goroutine;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.RowList;
import dev.whydunit.evidence.SourceLine;
import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump.Detail;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import dev.whydunit.evidence.goroutine.GoroutineGroup.WaitMinutes;
import dev.whydunit.evidence.goroutine.Stack;
import dev.whydunit.evidence.goroutine.WaitReason;
import dev.whydunit.formats.goroutine.GoroutineListing.FirstStack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Makes the objects of a dump from its numbers: one for each distinct function, frame and stack.
final class DumpAssembly {

    /// Functions of parked goroutines that only a dump with the runtime's own frames shows (GOTRACEBACK=system or
    /// crash); a goroutine that runs shows some of the runtime at any level.
    private static final Set<String> RUNTIME_FRAMES = Set.of("runtime.gopark", "runtime.park", "runtime.bgsweep");

    /// The frame that `/debug/pprof/goroutine?debug=2` leaves on the goroutine that serves it.
    private static final String DEBUG_2 = "runtime/pprof.writeGoroutineStacks";

    private final String path;
    private final DumpContent content;
    private final int argumentsSeen;
    private final boolean zeroIsCertain;
    private final String[] functionTexts;
    private final Frame[] frames;

    /// @param argumentsSeen of [FrameLines#seen]
    DumpAssembly(String path, DumpContent content, int argumentsSeen) {
        this.path = path;
        this.content = content;
        this.argumentsSeen = argumentsSeen;
        this.functionTexts = texts(content.functions());
        this.frames = frames();
        this.zeroIsCertain = !registerArguments() || hasSeen(FrameLines.UNCERTAIN_MARK);
    }

    private static String[] texts(ByteStrings strings) {
        var texts = new String[strings.count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = strings.text(i);
        }
        return texts;
    }

    private Frame[] frames() {
        var names = new FunctionName[functionTexts.length];
        Arrays.setAll(names, function -> FunctionName.of(functionTexts[function]));
        ByteStrings strings = content.frames();
        var made = new Frame[strings.count()];
        for (int frame = 0; frame < made.length; frame++) {
            int key = strings.key(frame);
            made[frame] = new Frame(names[key >> 1], location(strings.text(frame)), (key & 1) != 0);
        }
        return made;
    }

    private static Optional<SourceLine> location(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int colon = FrameLines.lineColon(bytes, 0, bytes.length);
        if (colon < 0) {
            return text.isEmpty() ? Optional.empty() : Optional.of(new SourceLine(text, 0));
        }
        int line = 0;
        for (int i = colon + 1; i < bytes.length && line < Integer.MAX_VALUE / 10 - 1; i++) {
            line = line * 10 + bytes[i] - '0';
        }
        return Optional.of(new SourceLine(new String(bytes, 0, colon, StandardCharsets.UTF_8), line));
    }

    /// The groups, the largest first, then by first appearance.
    List<GoroutineGroup> groups() {
        WaitMinutes[] waits = content.waits().byGroup(content.groups().count());
        var groups = new ArrayList<GoroutineGroup>(waits.length);
        for (int group = 0; group < waits.length; group++) {
            if (content.groups().size(group) > 0) {
                groups.add(group(group, waits[group]));
            }
        }
        groups.sort(Comparator.comparingLong(GoroutineGroup::count).reversed());
        return groups;
    }

    private GoroutineGroup group(int group, WaitMinutes waits) {
        int[] sequence = content.groups().sequence(group);
        String state = content.states().text(sequence[StackGroups.STATE]);
        return new GoroutineGroup(
                WaitReason.of(state), state, stack(sequence), content.groups().size(group), waits, members(group));
    }

    private Stack stack(int[] sequence) {
        var calls = new ArrayList<Frame>(sequence.length - StackGroups.FRAMES);
        for (int i = StackGroups.FRAMES; i < sequence.length; i++) {
            calls.add(frames[sequence[i]]);
        }
        int creator = sequence[StackGroups.CREATED_BY];
        return new Stack(
                calls,
                creator == StackGroups.NONE ? Optional.empty() : Optional.of(frames[creator]),
                sequence[StackGroups.ELIDED] != 0);
    }

    private List<Goroutine> members(int group) {
        int[] rows = new int[content.members().kept(group)];
        int row = content.members().first(group);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row;
            row = content.members().next(row);
        }
        return new Members(rows);
    }

    private final class Members extends RowList<Goroutine> {
        private final int[] rows;

        Members(int[] rows) {
            this.rows = rows;
        }

        @Override
        public Goroutine get(int index) {
            return goroutine(rows[index]);
        }

        @Override
        public int size() {
            return rows.length;
        }
    }

    private Goroutine goroutine(int row) {
        MemberColumns members = content.members();
        int minutes = members.minutes(row);
        int flags = members.flags(row);
        return new Goroutine(
                members.id(row),
                members.parent(row) < 0 ? OptionalLong.empty() : OptionalLong.of(members.parent(row)),
                minutes == Header.NO_MINUTES ? OptionalInt.empty() : OptionalInt.of(minutes),
                (flags & MemberColumns.LOCKED_TO_THREAD) != 0,
                (flags & MemberColumns.LEAKED) != 0,
                labels(members.labels(row)),
                new PackedArguments(content.words(), members.arguments(row), members.argumentBytes(row), zeroIsCertain),
                new Cite(path, members.line(row), members.from(row), members.to(row)));
    }

    private Map<String, String> labels(int labelSet) {
        return labelSet == MemberColumns.NONE
                ? Map.of()
                : Labels.parse(content.labelSets().text(labelSet));
    }

    /// What the dump shows.
    ///
    /// @param allGoroutines whether its form means that it lists all of them
    Detail detail(boolean allGoroutines) {
        return new Detail(
                allGoroutines,
                Arrays.stream(functionTexts).anyMatch(RUNTIME_FRAMES::contains),
                hasSeen(FrameLines.UNCERTAIN_MARK),
                hasSeen(FrameLines.WORD),
                registerArguments(),
                hasCreatorIds(),
                names("sync.Mutex.Lock") || names("sync.RWMutex.Lock") || names("sync.RWMutex.RLock"),
                names("sync.WaitGroup.Wait"));
    }

    /// Whether the dump was taken through `/debug/pprof`, which lists all goroutines even where it is one.
    boolean isDebug2() {
        return Arrays.asList(functionTexts).contains(DEBUG_2);
    }

    /// The stack where it all began: of the first goroutine that runs; else the system's, where it is printed first;
    /// else of
    /// the first goroutine.
    Optional<FirstStack> first() {
        boolean systemBegan = content.firstRunningRow() == MemberColumns.NONE && content.systemComesFirst();
        return systemBegan ? system() : goroutine().or(this::system);
    }

    /// The stack of the first goroutine that runs, else of the first goroutine.
    Optional<FirstStack> goroutine() {
        int row = content.firstRunningRow() == MemberColumns.NONE ? content.firstRow() : content.firstRunningRow();
        if (row == MemberColumns.NONE) {
            return Optional.empty();
        }
        int[] sequence = content.groups().sequence(content.members().group(row));
        return Optional.of(new FirstStack(OptionalLong.of(content.members().id(row)), stack(sequence)));
    }

    /// The stack of `runtime stack:` or `goroutine 0`, where one is printed.
    Optional<FirstStack> system() {
        int[] sequence = content.systemStack();
        return sequence.length == 0
                ? Optional.empty()
                : Optional.of(new FirstStack(OptionalLong.empty(), stack(sequence)));
    }

    /// Releases from 1.17 on pass arguments in registers; the braces around aggregates came with it.
    private boolean registerArguments() {
        return hasSeen(FrameLines.UNCERTAIN_MARK) || hasSeen(FrameLines.BRACE) || hasCreatorIds();
    }

    private boolean hasCreatorIds() {
        for (int row = 0; row < content.members().count(); row++) {
            if (content.members().parent(row) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean names(String state) {
        for (int i = 0; i < content.states().count(); i++) {
            if (content.states().text(i).equals(state)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSeen(int kind) {
        return (argumentsSeen & kind) != 0;
    }
}
