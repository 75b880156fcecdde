package dev.whydunit.formats;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.formats.EvidenceReader.ReadContent;
import dev.whydunit.formats.ParseOutcome.Malformed;
import dev.whydunit.formats.ParseOutcome.Parsed;
import dev.whydunit.formats.ParseOutcome.Unrecognized;
import dev.whydunit.formats.envelope.EnvelopedText;
import dev.whydunit.formats.input.Unpacking.Unpacked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// One content to its evidence: the surest of the binary formats, else text.
final class ContentReader {
    private static final String NO_FORMAT = "no known kind of evidence is in it";

    private final Limits limits;
    private final BooleanSupplier stop;

    ContentReader(Limits limits, BooleanSupplier stop) {
        this.limits = limits;
        this.stop = stop;
    }

    /// Reads the first of equal contents; the others are reported with what it is.
    List<ReadContent> read(List<Unpacked> equal) {
        var first = read(equal.getFirst());
        var all = new ArrayList<ReadContent>();
        all.add(first);
        equal.stream().skip(1).map(other -> again(other, first.report())).forEach(all::add);
        return all;
    }

    private static ReadContent again(Unpacked other, InputReport first) {
        var path = other.content().path();
        List<Gap> gaps = first.formats().isEmpty() ? List.of(gap(path, "equal to " + first.path())) : List.of();
        return new ReadContent(new InputReport(path, first.bytes(), first.formats(), 0, gaps), List.of());
    }

    private ReadContent read(Unpacked unpacked) {
        var content = unpacked.content();
        var found = new Found(limits);
        unpacked.gaps().forEach(found::gap);
        if (stop.getAsBoolean()) {
            found.gap(gap(content.path(), "the time was up before it was read"));
        } else if (content.size() == 0) {
            if (unpacked.gaps().isEmpty()) {
                found.gap(gap(content.path(), "is empty"));
            }
        } else {
            parseIsolated(new StoppableContent(content, stop), found);
        }
        if (found.formats.isEmpty() && found.gaps.isEmpty()) {
            found.gap(gap(content.path(), NO_FORMAT));
        }
        return new ReadContent(
                new InputReport(
                        content.path(), content.size(), List.copyOf(found.formats), found.evidence.size(), found.gaps),
                found.evidence);
    }

    /// A bug of one format costs one content, not the answer: it is told as a gap, and what was found before counts.
    private void parseIsolated(Content content, Found found) {
        try {
            parse(content, found);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            found.gap(gap(content.path(), "was not read to its end, by a fault of this program: " + bug));
        }
    }

    private void parse(Content content, Found found) {
        byte[] head;
        try (var in = content.open()) {
            head = in.readNBytes(BinaryFormat.HEAD_BYTES);
        } catch (IOException e) {
            found.gap(gap(content.path(), "cannot be read: " + e.getMessage()));
            return;
        }
        var candidates = BinaryFormats.all().stream()
                .filter(format -> format.sniff(head) != Score.NO)
                .sorted(Comparator.comparing((BinaryFormat format) -> format.sniff(head))
                        .reversed()
                        .thenComparing(BinaryFormat::name))
                .toList();
        for (BinaryFormat format : candidates) {
            if (found.took(format, format.parse(content, limits))) {
                return;
            }
        }
        Set<String> text = new EnvelopedText(TextFormats.all(), limits).read(content, found);
        found.formats.addAll(text);
    }

    private static Gap gap(String path, String why) {
        return new Gap(new Cite(path, 0, 0, 0), why);
    }

    /// What was found in one content.
    private static final class Found implements EvidenceSink {
        private final Limits limits;
        private final TreeSet<String> formats = new TreeSet<>();
        private final List<Evidence> evidence = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();

        Found(Limits limits) {
            this.limits = limits;
        }

        /// Takes an outcome; false where it was not of the format after all.
        boolean took(BinaryFormat format, ParseOutcome outcome) {
            return switch (outcome) {
                case Parsed parsed -> take(format, parsed.evidence(), parsed.gaps());
                case Malformed broken ->
                    take(format, broken.salvaged(), List.of(new Gap(broken.at(), "expected is " + broken.expected())));
                case Unrecognized _ -> false;
            };
        }

        private boolean take(BinaryFormat format, Collection<Evidence> pieces, Collection<Gap> losses) {
            formats.add(format.name());
            pieces.forEach(this::evidence);
            losses.forEach(this::gap);
            return true;
        }

        @Override
        public void evidence(Evidence piece) {
            if (evidence.size() < limits.evidencePerInput()) {
                evidence.add(piece);
            } else if (evidence.size() == limits.evidencePerInput() && gaps.size() < limits.evidencePerInput()) {
                gap(new Gap(piece.cite(), "more pieces of evidence than " + limits.evidencePerInput()));
            }
        }

        @Override
        public void gap(Gap gap) {
            if (gaps.size() < limits.evidencePerInput()) {
                gaps.add(gap);
            }
        }
    }
}
