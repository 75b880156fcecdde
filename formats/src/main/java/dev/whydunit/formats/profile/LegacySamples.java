package dev.whydunit.formats.profile;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.profile.ColumnarProfile;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.ProfileHeader;
import dev.whydunit.evidence.profile.SampleTable;
import dev.whydunit.evidence.profile.SampleType;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.text.LineScanner;
import java.util.List;
import java.util.Optional;

/// What a legacy text profile collects: samples of addresses, the symbols beside them, the memory map behind them.
final class LegacySamples {
    private static final int LONGEST_STACK = 4_096;

    private final SectionContext context;
    private final Cite first;
    private long end;
    private final LegacyCode code = new LegacyCode();
    private final SampleTable samples;
    private final LineScanner scanner = new LineScanner();
    private final long[] addresses = new long[LONGEST_STACK];
    private boolean inMap;
    private long broken;
    private Optional<Cite> firstBroken = Optional.empty();

    /// @param width values of each sample
    LegacySamples(SectionContext context, Line line, int width) {
        this.context = context;
        this.first = line.cite(context.path());
        this.end = line.placeTo();
        this.samples = new SampleTable(width);
    }

    SampleTable samples() {
        return samples;
    }

    LegacyCode code() {
        return code;
    }

    /// Takes what stands between samples: blank lines, comments with symbols, the memory map. False for other lines.
    boolean takeOther(Line line) {
        if (inMap) {
            if (line.isEmpty() || isMapLine(line)) {
                MapsLine.parse(line).ifPresent(code::mapping);
                taken(line);
                return true;
            }
            return false;
        }
        if (line.isEmpty()) {
            return true;
        }
        if (line.at(0) == '#') {
            symbol(line);
            taken(line);
            return true;
        }
        if (isMapSentinel(line)) {
            inMap = true;
            taken(line);
            return true;
        }
        return false;
    }

    private static boolean isMapLine(Line line) {
        int dash = line.indexOf('-', 0);
        int equals = line.indexOf('=', 0);
        return (dash > 0 && dash <= 20) || (equals > 0 && equals < 20);
    }

    private static boolean isMapSentinel(Line line) {
        var text = line.length() > 64 ? "" : line.text();
        return text.contains("--- Memory map: ---") || text.contains("MAPPED_LIBRARIES:");
    }

    void taken(Line line) {
        end = Math.max(end, line.placeTo());
    }

    /// `#	0x65e7b6	runtime/pprof.(*protobuf).strings+0x96		/src/protobuf.go:99`.
    private void symbol(Line line) {
        SymbolLine.parse(line, scanner)
                .ifPresent(symbol -> code.name(symbol.address(), symbol.function(), symbol.file(), symbol.line()));
    }

    /// Reads the addresses behind `@` into the current sample, each moved back onto its call; the number of addresses.
    ///
    /// @param leafIsCall whether the first address is a return address too
    int stack(Line line, int from, boolean leafIsCall) {
        int depth = addresses(line, from);
        for (int i = 0; i < depth; i++) {
            samples.location(code.location(i > 0 || leafIsCall ? addresses[i] - 1 : addresses[i]));
        }
        return depth;
    }

    private int addresses(Line line, int from) {
        int depth = 0;
        int at = from;
        while (depth < LONGEST_STACK && !code.isFull() && at < line.length()) {
            if (line.at(at) == '0' && line.at(at + 1) == 'x' && Hex.digit(line.at(at + 2)) >= 0) {
                at += 2;
                long address = 0;
                while (Hex.digit(line.at(at)) >= 0) {
                    address = address << 4 | Hex.digit(line.at(at));
                    at++;
                }
                addresses[depth++] = address;
            } else {
                at++;
            }
        }
        return depth;
    }

    /// Ends the current sample.
    void endSample(Line line) {
        samples.end();
        taken(line);
    }

    /// A line that should be a sample and is none.
    void broken(Line line) {
        if (broken++ == 0) {
            firstBroken = Optional.of(line.cite(context.path()));
        }
    }

    Cite cite() {
        return new Cite(first.path(), first.line(), first.from(), Math.max(first.to(), end));
    }

    void gaps(EvidenceSink sink) {
        firstBroken.ifPresent(
                at -> sink.gap(new Gap(at, broken + " lines of the profile are no samples and are left out")));
    }

    Profile profile(List<SampleType> types, ProfileHeader header) {
        samples.texts(List.of("", "bytes"));
        return new ColumnarProfile(context.origin(), cite(), types, header, code.table(), samples);
    }
}
