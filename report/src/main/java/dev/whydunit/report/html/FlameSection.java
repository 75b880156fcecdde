package dev.whydunit.report.html;

import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.SampleType;
import dev.whydunit.report.EvidenceNames;
import dev.whydunit.report.Places;
import dev.whydunit.report.Report;
import dev.whydunit.report.profile.CallTree;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// A flame graph of each profile. The data stand in the page as JSON, the script of the page draws them.
final class FlameSection implements HtmlSection {
    /// Profiles of one case that are drawn.
    private static final int MOST_PROFILES = 12;

    /// Calls of one profile: more are thinner than a pixel, and the page stays below a few megabytes.
    private static final int MOST_CALLS = 6000;

    private final Report report;
    private final List<Profile> profiles;

    FlameSection(Report report) {
        this.report = report;
        this.profiles = report.evidence().stream()
                .filter(Profile.class::isInstance)
                .map(Profile.class::cast)
                .filter(profile -> profile.sampleCount() > 0)
                .limit(MOST_PROFILES)
                .toList();
    }

    @Override
    public String id() {
        return "profiles";
    }

    @Override
    public String title() {
        return "Flame graphs";
    }

    @Override
    public boolean isShown() {
        return !profiles.isEmpty();
    }

    @Override
    public void write(Html html) {
        html.leaf(
                "p",
                "Width is what a call and all that it calls account for. Click, or Enter, zooms in; Escape zooms out.",
                "class",
                "hint");
        html.leaf("noscript", "The flame graphs need JavaScript.");
        html.open("div", "id", "flame", "class", "panel").close();
        for (var profile : profiles) {
            html.open("script", "type", "application/json", "class", "flame-data");
            html.raw(data(profile)).close().newLine();
        }
    }

    private String data(Profile profile) {
        var tree = CallTree.of(profile, MOST_CALLS);
        var json = new EmbeddedJson();
        json.raw("{\"title\":").string(title(profile));
        json.raw(",\"kind\":").string(profile.kind().name());
        json.raw(",\"types\":")
                .strings(tree.types().stream().map(SampleType::type).toList());
        json.raw(",\"units\":")
                .strings(tree.types().stream().map(SampleType::unit).toList());
        json.raw(",\"shown\":" + profile.defaultSampleType() + ",\"folded\":" + tree.folded());
        json.raw(",\"names\":").strings(tree.names());
        json.raw(",\"parents\":" + numbers(tree, CallTree.Node::parent));
        json.raw(",\"functions\":" + numbers(tree, CallTree.Node::name));
        json.raw(",\"values\":[");
        for (int type = 0; type < tree.types().size(); type++) {
            int at = type;
            json.raw(type == 0 ? "" : ",")
                    .raw(numbers(tree, node -> node.values().get(at)));
        }
        return json.raw("]}").toString();
    }

    private String title(Profile profile) {
        var when = profile.origin().when().map(moment -> " of " + moment.at()).orElse("");
        return EvidenceNames.of(profile) + when + " (" + Places.of(report.place(profile.cite())) + ")";
    }

    private static String numbers(CallTree tree, ToLongFunction<CallTree.Node> of) {
        return tree.nodes().stream()
                .map(node -> Long.toString(of.applyAsLong(node)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
