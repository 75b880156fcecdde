package dev.whydunit.formats.goroutine;

import dev.whydunit.evidence.RowList;
import dev.whydunit.evidence.goroutine.Argument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments of one goroutine, unpacked when somebody looks at them: most goroutines are told apart without.
final class PackedArguments extends RowList<Argument> {

    private final ArgumentWords words;
    private final long place;
    private final int bytes;
    private final boolean zeroIsCertain;
    private @Nullable List<Argument> unpacked;

    PackedArguments(ArgumentWords words, long place, int bytes, boolean zeroIsCertain) {
        this.words = words;
        this.place = place;
        this.bytes = bytes;
        this.zeroIsCertain = zeroIsCertain;
    }

    private List<Argument> unpacked() {
        List<Argument> known = unpacked;
        if (known == null) {
            known = words.decode(place, bytes, zeroIsCertain);
            unpacked = known;
        }
        return known;
    }

    @Override
    public Argument get(int index) {
        return unpacked().get(index);
    }

    @Override
    public int size() {
        return unpacked().size();
    }
}
