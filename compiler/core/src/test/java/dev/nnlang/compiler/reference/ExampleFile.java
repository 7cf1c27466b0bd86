package dev.nnlang.compiler.reference;

import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file that an example of the reference page is part of. Each of its lines shows by its first word where it stands; what it leaves out but
 * needs is added, and nothing else.
 */
final class ExampleFile {

    private static final Map<String, String> INPUTS =
            Map.of("image", "image(32x32x3)", "pulse", "real[16]", "ward", "one of north, south, west");
    private static final String OTHER_INPUTS = "input age, weight: real";
    private static final Map<String, String> TARGETS =
            Map.of("label", "one of 0..9", "outcome", "one of ill, well", "price", "real", "share", "real");

    private static final Pattern TARGET = Pattern.compile("^target +(\\w+)", Pattern.MULTILINE);

    private final List<String> declarations = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<String> dataSettings = new ArrayList<>();
    private final List<String> chains = new ArrayList<>();
    private final List<String> trainSettings = new ArrayList<>();

    private ExampleFile() {}

    /** The text of the whole file. */
    static String around(String example) {
        ExampleFile file = new ExampleFile();
        example.lines().forEach(line -> file.listOf(line).add(line));
        file.addTargets();
        file.addInputs();
        file.addTrainSettings();
        return file.text();
    }

    private List<String> listOf(String line) {
        if (line.matches("(activation|block|loss|param) .*")) {
            return declarations;
        }
        if (line.matches("(input|target) +\\w+[,:].*")) {
            return columns;
        }
        if (isSetting(Category.DATA_SETTING, line)) {
            return dataSettings;
        }
        return isSetting(Category.TRAIN_SETTING, line) ? trainSettings : chains;
    }

    private static boolean isSetting(Category category, String line) {
        return Signatures.all().stream()
                .filter(row -> row.category() == category)
                .anyMatch(row -> line.startsWith(row.name() + ":"));
    }

    /** The chains end in targets, or the last is led to one. */
    private void addTargets() {
        if (chains.isEmpty()) {
            chains.add("input");
        }
        TARGETS.keySet().stream()
                .filter(name -> chainsName(name) && !declaredTargets().contains(name))
                .forEach(this::addTarget);
        if (declaredTargets().isEmpty()) {
            addTarget("label");
        }
        if (declaredTargets().stream().noneMatch(this::chainsName)) {
            int last = chains.size() - 1;
            chains.set(
                    last,
                    chains.get(last) + " -> dense(classes) -> softmax -> "
                            + declaredTargets().get(0));
        }
    }

    private void addTarget(String name) {
        columns.add("target " + name + ": " + TARGETS.get(name));
    }

    private List<String> declaredTargets() {
        return TARGET.matcher(String.join("\n", columns))
                .results()
                .map(column -> column.group(1))
                .toList();
    }

    private void addInputs() {
        if (columns.stream().noneMatch(column -> column.startsWith("input"))) {
            INPUTS.keySet().stream()
                    .filter(this::chainsName)
                    .forEach(name -> columns.add("input " + name + ": " + INPUTS.get(name)));
        }
        if (columns.stream().noneMatch(column -> column.startsWith("input"))) {
            columns.add(OTHER_INPUTS);
        }
    }

    private void addTrainSettings() {
        boolean ofNumber = chainsName("price") || chainsName("share");
        String loss = "loss: " + (ofNumber ? "mean_squared_error" : "cross_entropy");
        for (String needed : List.of(loss, "optimizer: sgd(rate: 0.1)")) {
            String name = needed.substring(0, needed.indexOf(':') + 1);
            if (trainSettings.stream().noneMatch(setting -> setting.startsWith(name))) {
                trainSettings.add(needed);
            }
        }
    }

    private boolean chainsName(String name) {
        Pattern word = Pattern.compile("\\b" + name + "\\b(?!:)");
        return chains.stream().anyMatch(chain -> word.matcher(chain).find());
    }

    private String text() {
        return declarations.stream().map(line -> line + "\n").collect(Collectors.joining())
                + declaration("data Row", Stream.concat(columns.stream(), dataSettings.stream()))
                + declaration("network Example for Row", chains.stream())
                + declaration("train Example", trainSettings.stream());
    }

    private static String declaration(String head, Stream<String> lines) {
        return lines.map(line -> "  " + line + "\n").collect(Collectors.joining("", head + " {\n", "}\n"));
    }
}
