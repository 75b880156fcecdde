package dev.whydunit.evaluation.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Finds cases below folders: folders with a `case.json`, and lists of cases in a `cases.jsonl`.
public final class CaseFinder {

    private static final String CASE = "case.json";
    private static final String LIST = "cases.jsonl";

    /// Deeper than any tree that a person would lay out.
    private static final int DEPTH = 16;

    private CaseFinder() {}

    /// What was found.
    ///
    /// @param cases  in the order of their paths
    /// @param errors what could not be read, one line for each
    public record Found(List<RecordedCase> cases, List<String> errors) {
        public Found {
            cases = List.copyOf(cases);
            errors = List.copyOf(errors);
        }
    }

    /// All cases below some folders; a list may be given itself.
    public static Found find(List<Path> roots) {
        List<RecordedCase> cases = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (Path root : roots) {
            for (Path file : descriptions(root, errors)) {
                try {
                    cases.addAll(file.endsWith(LIST) || !file.endsWith(CASE) ? list(file) : List.of(single(file)));
                } catch (IOException | CaseException e) {
                    errors.add(file + ": " + e.getMessage());
                }
            }
        }
        return new Found(cases, errors);
    }

    private static List<Path> descriptions(Path root, List<String> errors) {
        if (Files.isRegularFile(root)) {
            return List.of(root);
        }
        try (Stream<Path> files = Files.walk(root, DEPTH)) {
            return files.filter(file -> file.endsWith(CASE) || file.endsWith(LIST))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            errors.add(root + ": " + e.getMessage());
            return List.of();
        }
    }

    private static RecordedCase single(Path file) throws IOException, CaseException {
        Path folder = folder(file);
        return CaseJson.parse(Files.readString(file), shown(file), folder, folder);
    }

    private static List<RecordedCase> list(Path file) throws IOException, CaseException {
        List<RecordedCase> cases = new ArrayList<>();
        Path folder = folder(file);
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                String path = CaseJson.path(line);
                cases.add(CaseJson.parse(line, path, folder, folder.resolve(path)));
            }
        }
        return cases;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    private static String shown(Path file) {
        Path folder = file.getParent();
        return folder == null ? "." : folder.toString();
    }

    /// The evidence of a case: the files that it names, else all files of its folder but its description.
    static List<Path> evidence(Path base, Path folder, List<String> named) throws IOException, CaseException {
        if (!named.isEmpty()) {
            List<Path> files = named.stream().map(folder::resolve).toList();
            for (Path file : files) {
                if (!Files.exists(file)) {
                    throw new CaseException("there is no evidence " + base.relativize(file));
                }
            }
            return files;
        }
        if (Files.isRegularFile(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            List<Path> all = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(CASE))
                    .sorted()
                    .toList();
            if (all.isEmpty()) {
                throw new CaseException("the case has no evidence");
            }
            return all;
        }
    }
}
