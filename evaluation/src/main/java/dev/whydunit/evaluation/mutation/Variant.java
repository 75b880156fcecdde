package dev.whydunit.evaluation.mutation;

import dev.whydunit.diagnosis.catalogue.Catalogue;
import dev.whydunit.evaluation.cases.RecordedCase;
import dev.whydunit.evidence.CauseId;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A case's evidence on its way through mutations.
final class Variant {

    /// Evidence that stands at the begin of its lines, not wrapped by whatever collected the log.
    private static final Pattern PLAIN = Pattern.compile(
            "^(goroutine \\d+ |gc \\d+ @|panic: |fatal error: |SIGQUIT|heap profile: |goroutine profile: )",
            Pattern.MULTILINE);

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Set<String> alsoRight = new HashSet<>();

    private final RecordedCase of;

    Variant(RecordedCase of, Map<String, byte[]> files) {
        this.of = of;
        this.files.putAll(files);
    }

    /// Some evidence is missing now: it may not be enough any more, or show only what the fault brought
    /// about.
    void loses() {
        alsoRight.add(RecordedCase.UNDETERMINED);
        Catalogue.all().stream()
                .filter(cause -> of.accepts(cause.id().text()))
                .flatMap(cause -> cause.explains().stream())
                .map(CauseId::text)
                .forEach(alsoRight::add);
    }

    /// The files by name.
    Map<String, byte[]> files() {
        return files;
    }

    /// Answers that a mutation has made right.
    Set<String> alsoRight() {
        return alsoRight;
    }

    /// Names of the files that hold text.
    List<String> texts() {
        return files.entrySet().stream()
                .filter(file -> isText(file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether all evidence is text, so that a change of names can reach all of it.
    boolean isAllText() {
        return texts().size() == files.size();
    }

    /// Names of the text files whose evidence is not wrapped.
    List<String> plainTexts() {
        return texts().stream().filter(name -> PLAIN.matcher(text(name)).find()).toList();
    }

    byte[] bytes(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.ISO_8859_1);
    }

    void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Changes some texts.
    ///
    /// @return whether any changed
    boolean rewrite(List<String> names, UnaryOperator<String> change) {
        boolean changed = false;
        for (String name : names) {
            String before = text(name);
            String after = change.apply(before);
            changed |= !after.equals(before);
            put(name, after);
        }
        return changed;
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            boolean odd = b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != 0x1b;
            if (odd) {
                return false;
            }
        }
        return bytes.length > 0;
    }
}
