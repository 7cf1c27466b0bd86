package dev.nnlang.compiler.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One row of the table: what can be called by this name, and how.
 *
 * @param parameters in the order in which they may be given without their names
 * @param rules what must hold between arguments that are each fine by themselves
 * @param doc one line for the reference page
 * @param shapes what a layer makes of a shape; empty for all else
 * @param example a few lines of a file that use it, for the reference page; a test completes them to a file and compiles that
 * @param supported whether the compiler does more than read it; otherwise its use is an error that says so
 */
public record Signature(
        String name,
        Category category,
        List<Parameter> parameters,
        List<Rule> rules,
        String doc,
        Optional<Shapes> shapes,
        String example,
        boolean supported) {

    /**
     * A condition on the arguments together.
     *
     * @param parameter the argument to point at when it does not hold; empty for the whole call
     * @param holds takes the arguments by name
     * @param wanted what must be so
     * @param found what the arguments come to instead, to follow {@code wanted} in a message; empty if that says it all
     */
    public record Rule(
            Optional<String> parameter,
            Predicate<Map<String, Object>> holds,
            String wanted,
            Function<Map<String, Object>, String> found) {

        public Rule(Optional<String> parameter, Predicate<Map<String, Object>> holds, String wanted) {
            this(parameter, holds, wanted, arguments -> "");
        }

        /** What to say of {@code arguments} for which it does not hold. */
        public String message(Map<String, Object> arguments) {
            return wanted + found.apply(arguments);
        }
    }

    /** In words, what a layer takes and what it gives. */
    public record Shapes(String takes, String gives) {}

    /** What kind of thing a name stands for. */
    public enum Category {
        LAYER("layer", "layers"),
        MERGE("merge", "merges"),
        ACTIVATION("activation", "activations"),
        BLOCK("block", "blocks"),
        FUNCTION("function", "functions"),
        LOSS("loss", "losses"),
        OPTIMIZER("optimizer", "optimizers"),
        SCHEDULE("schedule", "schedules"),
        INITIALIZER("initialiser", "initialisers"),
        TRANSFORM("transform", "transforms"),
        SOURCE("source", "sources"),
        SPLIT("split", "splits"),
        AUGMENTATION("augmentation", "augmentations"),
        COLUMN_TYPE("column type", "column types"),
        REGULARIZER("regularizer", "regularizers"),
        CLIP("way to clip", "ways to clip"),
        METRIC("metric", "metrics"),
        CONDITION("condition", "conditions"),
        DATA_SETTING("setting of data", "settings of data"),
        TRAIN_SETTING("setting of train", "settings of train");

        private final String noun;
        private final String plural;

        Category(String noun, String plural) {
            this.noun = noun;
            this.plural = plural;
        }

        /** What messages call it. */
        public String noun() {
            return noun;
        }

        /** What lists call it. */
        public String plural() {
            return plural;
        }

        /** {@code a} or {@code an}, whichever the noun takes. */
        public String article() {
            return "aeiou".indexOf(noun.charAt(0)) < 0 ? "a" : "an";
        }
    }

    public Signature {
        parameters = List.copyOf(parameters);
        rules = List.copyOf(rules);
    }

    /** A row that the compiler does what it says. */
    public static Signature of(String name, Category category, String doc, List<Parameter> parameters) {
        return new Signature(name, category, parameters, List.of(), doc, Optional.empty(), "", true);
    }

    public Optional<Parameter> parameter(String parameterName) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(parameterName))
                .findFirst();
    }

    /** Whether it is written {@code name: value}; its parameter, if there is one, is the value. */
    public boolean isSetting() {
        return category == Category.DATA_SETTING || category == Category.TRAIN_SETTING;
    }

    /** This row with a condition on its arguments together. */
    public Signature where(Rule rule) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(rule);
        return new Signature(name, category, parameters, all, doc, shapes, example, supported);
    }

    /** This row, whose layer makes {@code gives} of {@code takes}. */
    public Signature shapes(String takes, String gives) {
        Optional<Shapes> words = Optional.of(new Shapes(takes, gives));
        return new Signature(name, category, parameters, rules, doc, words, example, supported);
    }

    /** This row with lines that use it: columns and settings of a {@code data}, chains of a {@code network}, settings of a {@code train}. */
    public Signature example(String... lines) {
        return new Signature(name, category, parameters, rules, doc, shapes, String.join("\n", lines), supported);
    }

    /** This row, which is read and not more. */
    Signature planned() {
        return new Signature(name, category, parameters, rules, doc, shapes, example, false);
    }

    /** How it is written: {@code sgd(rate: …, momentum: 0, nesterov: false)}; a setting with a colon: {@code batch: 32}. */
    public String usage() {
        if (isSetting()) {
            return name + ": " + setting();
        }
        return parameters.isEmpty()
                ? name
                : name + parameters.stream().map(Parameter::usage).collect(Collectors.joining(", ", "(", ")"));
    }

    private String setting() {
        return parameters.stream()
                .flatMap(parameter -> parameter.defaultValue().map(parameter.type()::notation).stream())
                .findFirst()
                .orElse("…");
    }
}
