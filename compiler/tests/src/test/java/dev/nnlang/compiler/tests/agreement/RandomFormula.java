package dev.nnlang.compiler.tests.agreement;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Formulas of the whole formula language that stay finite, and of moderate size, for arguments of moderate size. */
final class RandomFormula {

    private static final int DEPTH = 3;

    /**
     * Each {@code %s} is a formula of less depth. What jumps does so at an odd place: {@code x > swish(x)} would depend on how {@code swish(20)}
     * is rounded.
     */
    private static final List<String> FORMS = List.of(
            "%s + %s",
            "%s - %s",
            "%s * tanh(%s)",
            "%s / (1 + abs(%s))",
            "(%s) / (2 + sin(%s))",
            "-(%s)",
            "abs(%s)",
            "min(%s, %s)",
            "max(%s, %s)",
            "tanh(%s)",
            "sigmoid(%s)",
            "softplus(%s)",
            "erf(%s)",
            "sin(%s)",
            "cos(%s)",
            "exp(min(%s, 1))",
            "exp(-abs(%s))",
            "log(1 + abs(%s))",
            "log(2 + cos(%s))",
            "sqrt(0.5 + abs(%s))",
            "tanh(%s)^2",
            "sin(%s)^3",
            "(1 + sigmoid(%s))^1.5",
            "(1.5 + sin(%s))^cos(%s)",
            "sign(%s + 0.37) * (%s)",
            "(if %s > %s + 0.37 then %s else %s)",
            "(if %s <= 0.3 and not %s > 1 then %s else %s)",
            "(if %s < -1 or %s >= 1 then %s else sin(%s))",
            "swish(%s)",
            "elu(%s, alpha: 0.7)",
            "leaky_relu(%s)");

    private final Random random;
    private final List<String> variables;

    private RandomFormula(Random random, List<String> variables) {
        this.random = random;
        this.variables = variables;
    }

    /** A formula that reads every one of {@code variables}. */
    static String over(List<String> variables, Random random) {
        RandomFormula formula = new RandomFormula(random, variables);
        StringBuilder text = new StringBuilder(formula.deep(DEPTH));
        variables.forEach(each -> text.append(" + ").append(formula.term(each)));
        return text.toString();
    }

    /** So that no variable is left out, however the dice fall. */
    private String term(String variable) {
        return String.format(Locale.ROOT, "%.2f * tanh(%s)", 0.1 + random.nextDouble(), variable);
    }

    private String deep(int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return leaf();
        }
        String form = FORMS.get(random.nextInt(FORMS.size()));
        while (form.contains("%s")) {
            form = form.replaceFirst("%s", within(deep(depth - 1)));
        }
        return form;
    }

    private static String within(String formula) {
        return formula.matches("\\w+|[0-9.]+") ? formula : "(" + formula + ")";
    }

    private String leaf() {
        return random.nextInt(3) == 0
                ? String.format(Locale.ROOT, "%.1f", 3 * random.nextDouble())
                : variables.get(random.nextInt(variables.size()));
    }
}
