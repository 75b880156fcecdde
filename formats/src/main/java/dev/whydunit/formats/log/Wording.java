package dev.whydunit.formats.log;

import dev.whydunit.evidence.log.LogClueKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One row of `wordings.tsv`.
///
/// @param text what a line must contain
/// @param says what a line with it says
/// @param peer the kind of peer that the line names
record Wording(String text, Says says, PeerKind peer) {

    /// What kind of peer stands in a line.
    enum PeerKind {
        ADDRESS,
        FILE,
        NONE
    }

    /// What a line with a wording is read for.
    sealed interface Says {
        record Clue(LogClueKind kind) implements Says {}

        /// Figures of a connection pool.
        record Pool() implements Says {}

        /// A resident set size.
        record Resident() implements Says {}
    }

    static List<Wording> all() {
        var wordings = new ArrayList<Wording>();
        var resource = Objects.requireNonNull(Wording.class.getResourceAsStream("wordings.tsv"), "wordings.tsv");
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                if (!row.startsWith("#")) {
                    var cells = row.split("\t", -1);
                    wordings.add(new Wording(cells[1], says(cells[0]), peer(cells[2])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(wordings);
    }

    private static Says says(String cell) {
        return switch (cell) {
            case "POOL" -> new Says.Pool();
            case "RSS" -> new Says.Resident();
            default -> new Says.Clue(LogClueKind.valueOf(cell));
        };
    }

    private static PeerKind peer(String cell) {
        return switch (cell) {
            case "address" -> PeerKind.ADDRESS;
            case "file" -> PeerKind.FILE;
            default -> PeerKind.NONE;
        };
    }

    /// The peer that a line names.
    Optional<String> peerIn(String line) {
        return switch (peer) {
            case ADDRESS -> Peers.address(line);
            case FILE -> Peers.file(line);
            case NONE -> Optional.empty();
        };
    }
}
