package dev.nnlang.training.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@link Schedule} as it is written in the language: a number, or {@code cosine(0.05, epochs: 20, warmup: 1)}. */
final class ScheduleParser {
    private static final Pattern CALL = Pattern.compile("([a-z_]+)\\s*\\((.*)\\)");

    /** The parameters of each schedule; what follows a {@code =} is a default. */
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "constant", List.of("rate", "warmup=0"),
            "step", List.of("rate", "epochs", "factor=0.1", "warmup=0"),
            "exponential", List.of("rate", "factor", "warmup=0"),
            "cosine", List.of("rate", "epochs", "end=0", "warmup=0"),
            "polynomial", List.of("rate", "epochs", "power=1", "end=0", "warmup=0"),
            "one_cycle", List.of("rate", "epochs", "rise=0.3"),
            "reduce_on_plateau", List.of("rate", "metric", "epochs", "factor=0.1", "warmup=0"));

    private final Map<String, String> values = new LinkedHashMap<>();

    private ScheduleParser() {}

    /** @throws IllegalArgumentException if it is none */
    static Schedule parse(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            return Schedule.constant(text.strip().matches("0*\\.?0*") ? 0 : positive(text));
        }
        List<String> parameters = PARAMETERS.get(call.group(1));
        if (parameters == null) {
            List<String> names = PARAMETERS.keySet().stream().sorted().toList();
            throw new SettingException("rate: there is no schedule `" + call.group(1) + "`"
                    + Suggestion.of(call.group(1), names) + "; there are " + String.join(", ", names));
        }
        ScheduleParser parser = new ScheduleParser();
        parser.distribute(parameters, call.group(2).split(","));
        return parser.schedule(call.group(1));
    }

    /** Values without a name come in the order of the parameters. */
    private void distribute(List<String> parameters, String[] arguments) {
        for (String parameter : parameters) {
            String[] parts = parameter.split("=");
            values.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        List<String> names = List.copyOf(values.keySet());
        for (int i = 0; i < arguments.length; i++) {
            int colon = arguments[i].indexOf(':');
            boolean surplus = i >= names.size();
            String name = colon < 0 && !surplus
                    ? names.get(i)
                    : arguments[i].substring(0, Math.max(colon, 0)).strip();
            if (values.replace(name, arguments[i].substring(colon + 1).strip()) == null) {
                throw new IllegalArgumentException(name);
            }
        }
    }

    private Schedule schedule(String name) {
        double rate = positive(values.get("rate"));
        checkRules(name, rate);
        Schedule schedule =
                switch (name) {
                    case "constant" -> Schedule.constant(rate);
                    case "step" -> Schedule.step(rate, epochs(), number("factor"));
                    case "exponential" -> Schedule.exponential(rate, number("factor"));
                    case "cosine" -> Schedule.cosine(rate, epochs(), number("end"));
                    case "polynomial" -> Schedule.polynomial(rate, epochs(), number("power"), number("end"));
                    case "one_cycle" -> Schedule.oneCycle(rate, epochs(), number("rise"));
                    default -> Schedule.reduceOnPlateau(rate, values.get("metric"), (int) epochs(), number("factor"));
                };
        double warmup = values.containsKey("warmup") ? number("warmup") : 0;
        return warmup == 0 ? schedule : schedule.warmup(warmup);
    }

    /** Those of the language: a rate that ends below its start, shares between 0 and 1, a warm-up that ends in time. */
    private void checkRules(String name, double rate) {
        requireShare("factor");
        requireShare("rise");
        if (values.containsKey("end") && number("end") >= rate) {
            throw problem("end", "a rate below " + values.get("rate"));
        }
        boolean lasts = values.containsKey("epochs") && !name.equals("step") && !name.equals("reduce_on_plateau");
        if (lasts && values.containsKey("warmup") && number("warmup") >= epochs()) {
            throw problem("warmup", "fewer than the " + values.get("epochs") + " epochs of the schedule");
        }
    }

    private void requireShare(String parameter) {
        if (values.containsKey(parameter) && !(number(parameter) > 0 && number(parameter) < 1)) {
            throw problem(parameter, "a number between 0 and 1");
        }
    }

    private SettingException problem(String parameter, String expected) {
        return new SettingException(
                "rate: " + parameter + ": expected " + expected + ", but found `" + values.get(parameter) + "`");
    }

    private double epochs() {
        return positive(values.get("epochs"));
    }

    private double number(String name) {
        double value = Double.parseDouble(values.get(name));
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(values.get(name));
        }
        return value;
    }

    private static double positive(String text) {
        double value = Double.parseDouble(text);
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }
}
