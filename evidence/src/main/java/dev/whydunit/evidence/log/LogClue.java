package dev.whydunit.evidence.log;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A wording of the kernel, the Go standard library or a common client that says what ran out or did not answer; all
/// lines of one process with the same kind and peer are one clue.
///
/// @param kind    what the wording says
/// @param peer    the remote party or resource it names (`10.0.0.7:5432`, a file, a host)
/// @param count   lines with it
/// @param first   time of the first, where the log has times
/// @param last    time of the last
/// @param example the text of the first one, cut to a readable length
/// @param cites   the first few places and the last
public record LogClue(
        Origin origin,
        Cite cite,
        LogClueKind kind,
        Optional<String> peer,
        long count,
        Optional<Instant> first,
        Optional<Instant> last,
        String example,
        List<Cite> cites)
        implements Evidence {

    public LogClue {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(peer);
        Objects.requireNonNull(first);
        Objects.requireNonNull(last);
        Objects.requireNonNull(example);
        cites = List.copyOf(cites);
    }
}
