package dev.whydunit.evaluation.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the description of a case.
final class CaseJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private CaseJson() {}

    /// The case that a description tells of.
    ///
    /// @param base   where the description stands
    /// @param folder where its evidence lies
    static RecordedCase parse(String text, String name, Path base, Path folder) throws CaseException, IOException {
        JsonNode root = tree(text);
        List<String> causes = texts(root.path("causes"));
        if (causes.isEmpty()) {
            throw new CaseException("the case names no cause: give \"causes\", [\"healthy\"] where nothing is wrong");
        }
        List<Path> evidence = CaseFinder.evidence(base, folder, texts(root.path("evidence")));
        return new RecordedCase(
                name,
                evidence,
                causes,
                Set.copyOf(texts(root.path("alsoAccepted"))),
                subject(root.path("subject")),
                root.path("recording").asString(name),
                root.path("composed").asBoolean(false));
    }

    /// Where the evidence of a case of a list lies.
    static String path(String line) throws CaseException {
        String path = tree(line).path("path").asString("");
        if (path.isEmpty()) {
            throw new CaseException("a case of the list has no \"path\"");
        }
        return path;
    }

    private static JsonNode tree(String text) throws CaseException {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.isObject()) {
                throw new CaseException("the case is no JSON object");
            }
            return root;
        } catch (JacksonException e) {
            throw new CaseException("the case is no JSON: " + e.getOriginalMessage());
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Optional<Pattern> subject(JsonNode regex) throws CaseException {
        if (regex.isMissingNode() || regex.isNull() || regex.asString().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(regex.asString()));
        } catch (PatternSyntaxException e) {
            throw new CaseException("the subject is no regular expression: " + e.getDescription());
        }
    }
}
