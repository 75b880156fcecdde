package dev.whydunit.formats.profile;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.nio.charset.StandardCharsets;

/// A heap profile as text: of Go with `debug=1`, of tcmalloc, and growth and fragmentation profiles in the same shape.
///
/// ```
/// heap profile: 854: 410496 [40349: 8322224] @ heap/8192
/// 12: 1536 [100: 12800] @ 0x4877cc 0x48bce9
/// #	0x4877cb	main.work+0x12	/src/main.go:18
/// # runtime.MemStats
/// # Alloc = 7835768
/// ```
public final class HeapTextFormat implements TextFormat {
    static final byte[] PREFIX = "heap profile:".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "heap-text";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte == 'h';
    }

    @Override
    public Score sniff(Line line) {
        return line.startsWith(PREFIX) ? Score.CERTAIN : Score.NO;
    }

    @Override
    public Section open(SectionContext context) {
        return new HeapTextSection(context);
    }
}
