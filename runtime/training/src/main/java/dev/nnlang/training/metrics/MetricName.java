package dev.nnlang.training.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which figure of {@link Metrics} is meant, as the language writes it: {@code accuracy}, {@code top_k(3)}, {@code
 * recall(ill)}, {@code kind.accuracy} where there are several targets.
 *
 * @param target which of several; empty if there is only one, or all of them are meant
 * @param argument the best so many of {@code top_k}, or the class of {@code precision}, {@code recall} and {@code f1}, of
 *     which there is the mean over all classes without; otherwise empty
 */
public record MetricName(String target, String name, String argument) {
    private static final Pattern WRITTEN = Pattern.compile("(?:([a-zA-Z_0-9]+)\\.)?([a-z_0-9]+)(?:\\((.*)\\))?");
    private static final String TABLE = "confusion";
    private static final List<String> OF_A_CLASS = List.of("precision", "recall", "f1");
    private static final List<String> OF_CLASSES =
            List.of("accuracy", "top_k", "precision", "recall", "f1", "roc_auc", TABLE);
    private static final List<String> OF_NUMBERS = List.of("mean_absolute_error", "mean_squared_error", "r2");

    /** Empty if there is no such metric, or it takes another argument. */
    public static Optional<MetricName> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String target = matcher.group(1) == null ? "" : matcher.group(1);
        String argument = matcher.group(3) == null ? "" : matcher.group(3).strip();
        MetricName metric = new MetricName(target, matcher.group(2), argument);
        return metric.isSound() ? Optional.of(metric) : Optional.empty();
    }

    private boolean isSound() {
        if (name.equals("top_k")) {
            return argument.matches("[1-9][0-9]{0,8}");
        }
        boolean known = name.equals("loss") || OF_CLASSES.contains(name) || OF_NUMBERS.contains(name) || looksInside();
        return known && (argument.isEmpty() || OF_A_CLASS.contains(name));
    }

    /** The same of another target. */
    public MetricName ofTarget(String other) {
        return new MetricName(other, name, argument);
    }

    /**
     * The names of all metrics that are numbers and judge answers.
     *
     * @param targets the classes of each, none if it is numbers; the only one has no name
     */
    public static List<String> all(Map<String, List<String>> targets) {
        List<String> names = new ArrayList<>();
        if (!targets.containsKey("")) {
            names.add("loss");
        }
        targets.forEach((target, classes) ->
                all(classes).forEach(name -> names.add(target.isEmpty() ? name : target + "." + name)));
        return names;
    }

    private static List<String> all(List<String> classes) {
        if (classes.isEmpty()) {
            return List.of("loss", "mean_squared_error", "mean_absolute_error", "r2");
        }
        return classes.size() == 2
                ? List.of("loss", "accuracy", "precision", "recall", "f1", "roc_auc")
                : List.of("loss", "accuracy", "top_k(2)", "precision", "recall", "f1");
    }

    /**
     * Whether there is such a metric.
     *
     * @param targets see {@link #all}
     */
    public boolean fits(Map<String, List<String>> targets) {
        if (target.isEmpty() && (name.equals("loss") || looksInside())) {
            return true;
        }
        List<String> classes = targets.get(target);
        return classes != null && fits(classes);
    }

    private boolean fits(List<String> classes) {
        if (name.equals("loss")) {
            return true;
        }
        if (classes.isEmpty() || !OF_CLASSES.contains(name)) {
            return classes.isEmpty() && OF_NUMBERS.contains(name);
        }
        boolean ofAClass = OF_A_CLASS.contains(name) && !argument.isEmpty();
        return (!ofAClass || classes.contains(argument)) && (!name.equals("roc_auc") || classes.size() == 2);
    }

    /** Whether it is a number; otherwise it is a table. */
    public boolean isNumber() {
        return !name.equals(TABLE);
    }

    /** Whether more is better; less is otherwise. */
    public boolean ascends() {
        return name.equals("r2") || OF_CLASSES.contains(name);
    }

    /** Whether it looks into the network rather than at its answers: see {@link ActivationMetrics}. */
    public boolean looksInside() {
        return ActivationMetrics.NAMES.contains(name);
    }

    /** Whether it says something of single classes. */
    public boolean isOfAClass() {
        return OF_A_CLASS.contains(name);
    }

    @Override
    public String toString() {
        String metric = target.isEmpty() ? name : target + "." + name;
        return argument.isEmpty() ? metric : metric + "(" + argument + ")";
    }
}
