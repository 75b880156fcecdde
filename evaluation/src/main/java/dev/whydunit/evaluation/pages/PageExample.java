package dev.whydunit.evaluation.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An input of a page: fenced blocks whose info string names the file that each stands for, or a recorded
/// case.
///
/// Blocks below one `###` belong together; without one, each block is an input of its own.
///
/// @param files text by file name
/// @param zooCase the case's folder, where it is one
public record PageExample(Map<String, String> files, Optional<String> zooCase) {

    private static final Pattern CASE = Pattern.compile("^- `zoo/cases/([\\w-]+)`.*");
    private static final String FENCE = "```";

    public PageExample {
        files = Map.copyOf(files);
    }

    /// The inputs below one heading of a page.
    static List<PageExample> below(String heading, String page) {
        List<PageExample> examples = new ArrayList<>();
        Map<String, String> together = new LinkedHashMap<>();
        boolean titled = false;
        List<String> lines = section(heading, page);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher recorded = CASE.matcher(line);
            if (recorded.matches()) {
                examples.add(new PageExample(Map.of(), Optional.of(recorded.group(1))));
            } else if (line.startsWith("### ")) {
                flush(together, examples);
                titled = true;
            } else if (line.startsWith(FENCE)) {
                int end = end(lines, i);
                together.put(line.substring(FENCE.length()).strip(), text(lines.subList(i + 1, end)));
                i = end;
                if (!titled) {
                    flush(together, examples);
                }
            }
        }
        flush(together, examples);
        return examples;
    }

    private static void flush(Map<String, String> together, List<PageExample> examples) {
        if (!together.isEmpty()) {
            examples.add(new PageExample(together, Optional.empty()));
            together.clear();
        }
    }

    private static int end(List<String> lines, int begin) {
        int end = begin + 1;
        while (end < lines.size() && !lines.get(end).startsWith(FENCE)) {
            end++;
        }
        return end;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static List<String> section(String heading, String page) {
        List<String> lines = new ArrayList<>();
        boolean within = false;
        boolean fenced = false;
        for (String line : page.lines().toList()) {
            if (line.startsWith(FENCE)) {
                fenced = !fenced;
            }
            if (!fenced && line.startsWith("## ")) {
                within = line.equals("## " + heading);
            } else if (within) {
                lines.add(line);
            }
        }
        return lines;
    }
}
