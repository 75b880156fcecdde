package dev.whydunit.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmenterTest {

    /// Takes lines that begin with its letter, ends at `end X`, and gives them joined.
    private record Letter(char letter, Score score) implements TextFormat {
        @Override
        public String name() {
            return "letter-" + letter;
        }

        @Override
        public Score sniff(Line line) {
            return line.at(0) == letter ? score : Score.NO;
        }

        @Override
        public Section open(SectionContext context) {
            return new LetterSection(letter, context);
        }
    }

    /// Less sure of an `a` than [Letter], and gives nothing.
    private record Vowel() implements TextFormat {
        @Override
        public String name() {
            return "vowel";
        }

        @Override
        public Score sniff(Line line) {
            return line.at(0) == 'a' ? Score.POSSIBLE : Score.NO;
        }

        @Override
        public Section open(SectionContext context) {
            return new LetterSection('-', context);
        }
    }

    private record Lines(String text, Origin origin, Cite cite) implements Evidence {}

    private static final class LetterSection implements Section {
        private final char letter;
        private final SectionContext context;
        private final List<String> taken = new ArrayList<>();

        LetterSection(char letter, SectionContext context) {
            this.letter = letter;
            this.context = context;
        }

        @Override
        public Step accept(Line line) {
            if (line.text().equals("end " + letter)) {
                return Step.ENDED;
            }
            if (line.at(0) != letter) {
                return Step.FOREIGN;
            }
            taken.add(line.text());
            return Step.TAKEN;
        }

        @Override
        public void finish(boolean cut, EvidenceSink sink) {
            sink.evidence(new Lines(String.join(" ", taken), context.origin(), Cite.wholeFile(context.path(), 0)));
        }
    }

    private static List<String> read(String text, TextFormat... formats) {
        return TextReading.of(text, formats).all(Lines.class).stream()
                .map(Lines::text)
                .toList();
    }

    @Test
    void sectionsOfTwoFormatsStandInOneAnother() {
        assertThat(read("a1\nb1\na2\nnoise\nb2\na3\n", new Letter('a', Score.LIKELY), new Letter('b', Score.LIKELY)))
                .containsExactlyInAnyOrder("a1 a2 a3", "b1 b2");
    }

    @Test
    void sectionThatEndsGivesWayToTheNext() {
        assertThat(read("a1\nend a\na2\n", new Letter('a', Score.LIKELY))).containsExactly("a1", "a2");
    }

    @Test
    void surestFormatWinsInAnyOrder() {
        var sure = new Letter('a', Score.CERTAIN);
        var unsure = new Vowel();
        assertThat(read("a1\n", unsure, sure)).containsExactly("a1");
        assertThat(read("a1\n", sure, unsure)).containsExactly("a1");
    }

    @Test
    void linesThatNoFormatKnowsGiveNothing() {
        assertThat(read("x\ny\n\n", new Letter('a', Score.LIKELY))).isEmpty();
    }
}
