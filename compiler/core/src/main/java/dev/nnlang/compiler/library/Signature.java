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
 * @param supported whether the compiler does more than read it; otherwise its use is an error that says so
 */
public record Signature(
        String name, Category category, List<Parameter> parameters, List<Rule> rules, String doc, boolean supported) {

    /**
     * A condition on the arguments together.
     *
     * @param parameter the argument to point at when it does not hold; empty for the whole call
     * @param holds takes the arguments by name
     * @param message what must be so, said of the arguments by name
     */
    public record Rule(
            Optional<String> parameter,
            Predicate<Map<String, Object>> holds,
            Function<Map<String, Object>, String> message) {}

    /** What kind of thing a name stands for. */
    public enum Category {
        LAYER("layer"),
        MERGE("merge"),
        LOSS("loss"),
        OPTIMIZER("optimizer"),
        SCHEDULE("schedule"),
        INITIALIZER("initialiser"),
        TRANSFORM("transform"),
        SOURCE("source"),
        SPLIT("split"),
        AUGMENTATION("augmentation"),
        COLUMN_TYPE("column type"),
        REGULARIZER("regularizer"),
        CLIP("way to clip"),
        METRIC("metric"),
        CONDITION("condition"),
        DATA_SETTING("setting of data"),
        TRAIN_SETTING("setting of train");

        private final String noun;

        Category(String noun) {
            this.noun = noun;
        }

        /** What messages call it. */
        public String noun() {
            return noun;
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

    public Optional<Parameter> parameter(String parameterName) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(parameterName))
                .findFirst();
    }

    /** This row with a condition on its arguments together. */
    public Signature where(Rule rule) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(rule);
        return new Signature(name, category, parameters, all, doc, supported);
    }

    /** How it is written: {@code sgd(rate: …, momentum: 0, nesterov: false)}. */
    public String usage() {
        return parameters.isEmpty()
                ? name
                : name + parameters.stream().map(Parameter::usage).collect(Collectors.joining(", ", "(", ")"));
    }
}
