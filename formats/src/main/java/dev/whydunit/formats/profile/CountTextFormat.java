package dev.whydunit.formats.profile;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.nio.charset.StandardCharsets;

/// A count profile as text, as Go prints goroutines, leaked goroutines, threads and a program's own profiles with
/// `debug=1`:
///
/// ```
/// goroutine profile: total 8
/// 5 @ 0x489aee 0x41a58e 0x673599
/// # labels: {"tier":"x", "worker":"a b"}
/// #	0x673598	main.main.func1+0x18	/src/main.go:36
/// ```
public final class CountTextFormat implements TextFormat {
    static final byte[] TOTAL = " profile: total ".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_TITLE = 200;

    private final boolean alwaysProfile;

    /// Goroutine profiles become groups of goroutines, all others profiles.
    public CountTextFormat() {
        this(false);
    }

    /// @param alwaysProfile whether goroutine profiles become profiles too: for views of profiles
    CountTextFormat(boolean alwaysProfile) {
        this.alwaysProfile = alwaysProfile;
    }

    @Override
    public String name() {
        return "count-text";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte > ' ' && firstByte != '{' && firstByte != '[';
    }

    @Override
    public Score sniff(Line line) {
        return isTitle(line) ? Score.CERTAIN : Score.NO;
    }

    /// `X profile: total N` and nothing else.
    static boolean isTitle(Line line) {
        int last = line.at(line.length() - 1);
        if (last < '0' || last > '9' || line.length() > LONGEST_TITLE) {
            return false;
        }
        int space = line.indexOf(' ', 0);
        if (space <= 0 || !line.startsWith(TOTAL, space)) {
            return false;
        }
        for (int i = space + TOTAL.length; i < line.length(); i++) {
            if (line.at(i) < '0' || line.at(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public Section open(SectionContext context) {
        return new CountTextSection(context, alwaysProfile);
    }
}
