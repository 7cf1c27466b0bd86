package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Formulas that share parts: the parts by name, in an order in which each uses only names before it, then the formulas over these names.
 *
 * @param lets the named parts
 * @param formulas the formulas, in the order in which they were given
 */
public record CommonSubexpressions(List<Let> lets, List<Formula> formulas) {

    /** What a part must cost, in additions, to be worth a name. */
    private static final int WORTH_A_NAME = 2;

    /** {@code name = value}. */
    public record Let(String name, Formula value) {}

    public CommonSubexpressions {
        lets = List.copyOf(lets);
        formulas = List.copyOf(formulas);
    }

    /**
     * Names every part that occurs more than once and costs more than a single operation. A part is named only if it is evaluated in any
     * case: what occurs within branches of an {@code if} alone stays there.
     *
     * @param naming gives each part its name, called in the order of the lets; the names must differ from one another and from all variables
     */
    public static CommonSubexpressions extract(List<Formula> formulas, Function<Formula, String> naming) {
        List<Formula> current = new ArrayList<>(formulas);
        List<Let> lets = new ArrayList<>();
        for (Optional<Formula> part = largestShared(current); part.isPresent(); part = largestShared(current)) {
            // No name in the language contains a space, so the placeholder is free. A smaller part may be used by a
            // larger one: in front.
            Let let = new Let("part " + lets.size(), part.get());
            current.replaceAll(formula -> name(formula, let.value(), let.name()));
            current.add(0, let.value());
            lets.add(0, let);
        }
        return named(lets, current, naming);
    }

    private static CommonSubexpressions named(
            List<Let> placeholders, List<Formula> all, Function<Formula, String> naming) {
        Map<String, Formula> names = new HashMap<>();
        List<Let> lets = new ArrayList<>();
        for (int i = 0; i < placeholders.size(); i++) {
            Formula value = all.get(i).substitute(names);
            String name = naming.apply(value);
            names.put(placeholders.get(i).name(), Formula.variable(name));
            lets.add(new Let(name, value));
        }
        List<Formula> rest = all.subList(placeholders.size(), all.size());
        return new CommonSubexpressions(
                lets, rest.stream().map(formula -> formula.substitute(names)).toList());
    }

    private static Optional<Formula> largestShared(List<Formula> formulas) {
        Occurrences occurrences = Occurrences.in(formulas);
        return occurrences.shared().stream()
                .filter(CommonSubexpressions::isWorthAName)
                .min(Comparator.comparing(part -> -Cost.of(part)));
    }

    private static boolean isWorthAName(Formula part) {
        return !(part instanceof Constant) && !(part instanceof Variable) && Cost.of(part) >= WORTH_A_NAME;
    }

    private static Formula name(Formula formula, Formula part, String name) {
        return FormulaRewriter.transform(formula, found -> found.equals(part) ? Formula.variable(name) : found);
    }
}
