package dev.whydunit.formats;

import dev.whydunit.formats.input.Unpacking.Unpacked;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Which contents are equal, under whatever names: each group is read once. Only contents of one size are compared,
/// so that most are not read for it.
final class EqualContents {
    private static final int BUFFER_BYTES = 1 << 16;

    private EqualContents() {}

    /// Groups of equal contents, each sorted by path, in the order of their first paths.
    static List<List<Unpacked>> group(List<Unpacked> contents) {
        var sorted = contents.stream()
                .sorted(Comparator.comparing(unpacked -> unpacked.content().path()))
                .toList();
        var bySize = sorted.stream()
                .collect(Collectors.groupingBy(
                        unpacked -> unpacked.content().size(), LinkedHashMap::new, Collectors.toList()));
        var groups = new ArrayList<List<Unpacked>>();
        bySize.values().forEach(sameSize -> groups.addAll(equal(sameSize)));
        groups.sort(Comparator.comparing(group -> group.getFirst().content().path()));
        return groups;
    }

    private static List<List<Unpacked>> equal(List<Unpacked> sameSize) {
        if (sameSize.size() == 1 || sameSize.getFirst().content().size() == 0) {
            return sameSize.stream().map(List::of).toList();
        }
        return List.copyOf(sameSize.stream()
                .collect(Collectors.groupingBy(EqualContents::digest, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /// The content's hash; its path where it cannot be read, so that it equals no other.
    private static String digest(Unpacked unpacked) {
        try (var in = unpacked.content().open()) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException _) {
            return unpacked.content().path();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
