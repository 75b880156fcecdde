package dev.whydunit.evaluation.measure;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Results as JSON, schema `whydunit/eval/1`.
public final class EvaluationJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EvaluationJson() {}

    public static String of(Evaluation evaluation) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", "whydunit/eval/1");
        figures(root, evaluation);
        Evaluation composed = evaluation.part(true);
        if (!composed.results().isEmpty()) {
            figures(root.putObject("composed"), composed);
        }
        ArrayNode results = root.putArray("results");
        evaluation.results().forEach(result -> result(results.addObject(), result));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void figures(ObjectNode target, Evaluation evaluation) {
        Reliability reliability = evaluation.reliability();
        target.put("cases", evaluation.results().size());
        target.put("top1", evaluation.top1());
        target.put("top3", evaluation.top3());
        target.put("subjects", evaluation.subjects());
        target.put("falseAlarms", evaluation.falseAlarms());
        target.put("calibrationError", reliability.error());
        ArrayNode bins = target.putArray("reliability");
        reliability
                .bins()
                .forEach(bin -> bins.addObject()
                        .put("from", bin.from())
                        .put("to", bin.to())
                        .put("verdicts", bin.verdicts())
                        .put("right", bin.right()));
    }

    private static void result(ObjectNode target, CaseResult result) {
        target.put("path", result.of().name());
        texts(target.putArray("expected"), result.of().causes());
        ArrayNode got = target.putArray("got");
        result.verdicts()
                .forEach(verdict ->
                        got.addObject().put("cause", verdict.cause().text()).put("confidence", verdict.confidence()));
        target.put("right", result.isRight());
        target.put("subjectRight", !result.hasSubject() || result.isSubjectRight());
        target.put("millis", result.time().toMillis());
        target.put("composed", result.of().composed());
    }

    private static void texts(ArrayNode target, List<String> texts) {
        texts.forEach(target::add);
    }
}
