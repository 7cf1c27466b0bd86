package dev.nnlang.compiler.formula.derive;

import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.divide;
import static dev.nnlang.compiler.formula.Formulas.exp;
import static dev.nnlang.compiler.formula.Formulas.expm1;
import static dev.nnlang.compiler.formula.Formulas.negate;
import static dev.nnlang.compiler.formula.Formulas.sigmoid;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Not;
import dev.nnlang.compiler.formula.Formula.Or;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.formula.range.Assumptions;
import dev.nnlang.compiler.formula.range.Range;
import dev.nnlang.compiler.formula.simplify.Product;
import dev.nnlang.compiler.formula.simplify.Simplifier;
import dev.nnlang.compiler.formula.simplify.Sum;
import dev.nnlang.compiler.formula.simplify.SumRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the derivative of {@code y = f(x)} with y instead of x, as {@code 1 - y^2} for {@code tanh}, so that a backward pass need only keep
 * the output.
 */
public final class InTermsOfOutput {

    private final Formula input;
    private final Formula output;

    private InTermsOfOutput(String input, String output) {
        this.input = Formula.variable(input);
        this.output = Formula.variable(output);
    }

    /** The derivative of {@code formula} with respect to {@code input}, from which that is gone; empty if no such form is found. */
    public static Optional<Formula> derivative(Formula formula, String input, String output) {
        return derivative(formula, input, output, Map.of());
    }

    /**
     * As above, where other variables are known to lie in ranges. Whether an {@code elu} is above 0 can be told from its output only if its
     * {@code alpha} is known to be positive.
     */
    public static Optional<Formula> derivative(
            Formula formula, String input, String output, Map<String, Range> parameters) {
        Assumptions facts = Assumptions.ofVariables(parameters);
        Formula value = Simplifier.simplify(formula, facts);
        Formula derivative = Simplifier.simplify(Derivative.of(value, input), facts);
        return new InTermsOfOutput(input, output)
                .express(derivative, value, facts)
                .map(Simplifier::simplify);
    }

    /** The derivative where the facts hold; there it belongs to {@code value}. */
    private Optional<Formula> express(Formula derivative, Formula value, Assumptions facts) {
        if (isFree(derivative)) {
            return Optional.of(derivative);
        }
        Formula direct = replace(derivative, value, output);
        if (isFree(direct)) {
            return Optional.of(direct);
        }
        if (derivative instanceof Conditional conditional) {
            return expressBranches(conditional, value, facts);
        }
        return invert(value, facts).map(known -> expressWith(known, derivative)).filter(this::isFree);
    }

    private Optional<Formula> expressBranches(Conditional conditional, Formula value, Assumptions facts) {
        Condition condition = conditional.condition();
        Assumptions holds = facts.and(condition);
        Assumptions fails = facts.andNot(condition);
        Optional<Condition> asked = translate(condition, value, facts);
        Optional<Formula> then = express(conditional.then(), Simplifier.simplify(value, holds), holds);
        Optional<Formula> otherwise = express(conditional.otherwise(), Simplifier.simplify(value, fails), fails);
        return asked.flatMap(c -> then.flatMap(t -> otherwise.map(o -> new Conditional(c, t, o))));
    }

    private static Formula expressWith(Map<Formula, Formula> known, Formula derivative) {
        Formula replaced = FormulaRewriter.transform(derivative, part -> known.getOrDefault(part, part));
        Formula simple = Simplifier.simplify(replaced);
        return new SumRules(Assumptions.NONE).simplify(simple);
    }

    /** What functions of the input are, given the output: {@code exp(x) = y / alpha + 1} if {@code y = alpha * expm1(x)}. */
    private Optional<Map<Formula, Formula>> invert(Formula value, Assumptions facts) {
        if (value instanceof Unary call && call.operator() == UnaryOperator.SOFTPLUS) {
            return Optional.of(Map.of(sigmoid(call.argument()), negate(expm1(negate(output)))));
        }
        List<Formula> dependent = Sum.of(value, facts).terms().keySet().stream()
                .filter(term -> !isFree(term))
                .toList();
        return dependent.size() == 1 ? invert(value, dependent.get(0), facts) : Optional.empty();
    }

    private Optional<Map<Formula, Formula>> invert(Formula value, Formula term, Assumptions facts) {
        Sum sum = Sum.of(value, facts);
        Formula rest = sum.without(term).toFormula();
        Product product = Product.of(term, facts);
        List<Formula> dependent = product.exponents().keySet().stream()
                .filter(factor -> !isFree(factor))
                .toList();
        if (dependent.size() != 1
                || product.exponent(dependent.get(0)) != 1
                || !(dependent.get(0) instanceof Unary call)) {
            return Optional.empty();
        }
        Formula factor =
                product.withCoefficient(sum.terms().get(term)).without(call).toFormula();
        Formula solved = divide(subtract(output, rest), factor);
        Map<Formula, Formula> known = new HashMap<>(Map.of(call, solved));
        if (call.operator() == UnaryOperator.EXPM1) {
            known.put(exp(call.argument()), add(solved, Sum.ONE));
        }
        return Optional.of(known);
    }

    /** Asks of the output what the condition asks of the input, where intervals prove that the answers agree. */
    private Optional<Condition> translate(Condition condition, Formula value, Assumptions facts) {
        if (condition instanceof And and) {
            return translate(and.left(), value, facts)
                    .flatMap(left -> translate(and.right(), value, facts).map(right -> new And(left, right)));
        }
        if (condition instanceof Or or) {
            return translate(or.left(), value, facts)
                    .flatMap(left -> translate(or.right(), value, facts).map(right -> new Or(left, right)));
        }
        if (condition instanceof Not not) {
            return translate(not.operand(), value, facts).map(Not::new);
        }
        return translate((Comparison) condition, value, facts);
    }

    private Optional<Condition> translate(Comparison comparison, Formula value, Assumptions facts) {
        if (!comparison.left().equals(input) || !(comparison.right() instanceof Constant)) {
            return isFree(comparison.left()) && isFree(comparison.right()) ? Optional.of(comparison) : Optional.empty();
        }
        Formula bound = Simplifier.simplify(replace(value, input, comparison.right()), facts);
        Comparison asked = new Comparison(comparison.operator(), output, bound);
        boolean agrees = bound instanceof Constant
                && isProven(comparison, asked, value, facts)
                && isProven(Assumptions.negate(comparison), Assumptions.negate(asked), value, facts);
        return agrees ? Optional.of(asked) : Optional.empty();
    }

    private boolean isProven(Comparison known, Comparison asked, Formula value, Assumptions facts) {
        Comparison ofValue = new Comparison(asked.operator(), value, asked.right());
        return facts.and(known).decide(ofValue).orElse(false);
    }

    private boolean isFree(Formula formula) {
        return formula.variables().stream()
                .noneMatch(name -> Formula.variable(name).equals(input));
    }

    private static Formula replace(Formula formula, Formula part, Formula replacement) {
        return FormulaRewriter.transform(formula, found -> found.equals(part) ? replacement : found);
    }
}
