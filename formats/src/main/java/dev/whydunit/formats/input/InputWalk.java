package dev.whydunit.formats.input;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The files below what a person named, sorted by path.
///
/// A folder is walked without following links; links, pipes, sockets and devices in it are left out, and so is the
/// folder `.git`. What was named itself may be a link.
public final class InputWalk {
    private static final String VERSION_CONTROL = ".git";
    /// The expected answers of recorded cases.
    private static final Set<String> EXPECTED_ANSWERS = Set.of("case.json", "cases.jsonl");

    private InputWalk() {}

    /// @param files   regular files
    /// @param refused what cannot be read, with its reason
    public record Walked(List<Path> files, List<Refused> refused) {}

    public record Refused(Path path, String why) {}

    public static Walked walk(List<Path> inputs) {
        var files = new ArrayList<Path>();
        var refused = new ArrayList<Refused>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                walkFolder(input, files, refused);
            } else if (Files.isRegularFile(input)) {
                files.add(input);
            } else {
                refused.add(new Refused(
                        input,
                        Files.exists(input, LinkOption.NOFOLLOW_LINKS)
                                ? "is neither a file nor a folder"
                                : "there is no such file or folder"));
            }
        }
        files.sort(Comparator.comparing(Path::toString));
        return new Walked(files.stream().distinct().toList(), List.copyOf(refused));
    }

    /// Whether a member or file of this name is never evidence.
    static boolean isNoEvidence(String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        return EXPECTED_ANSWERS.contains(file) || name.startsWith(".git/") || name.contains("/.git/");
    }

    private static void walkFolder(Path folder, List<Path> files, List<Refused> refused) {
        try {
            // A folder that was named through a link is walked; links below it are not.
            Files.walkFileTree(
                    Files.isSymbolicLink(folder) ? folder.toRealPath() : folder, new Visitor(folder, files, refused));
        } catch (IOException e) {
            refused.add(new Refused(folder, "cannot be walked: " + Spool.reason(e)));
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> files;
        private final List<Refused> refused;

        Visitor(Path root, List<Path> files, List<Refused> refused) {
            this.root = root;
            this.files = files;
            this.refused = refused;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = folder.getFileName();
            boolean skipped =
                    !folder.equals(root) && name != null && name.toString().equals(VERSION_CONTROL);
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isNoEvidence(file.toString())) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            refused.add(new Refused(file, "cannot be read: " + Spool.reason(e)));
            return FileVisitResult.CONTINUE;
        }
    }
}
