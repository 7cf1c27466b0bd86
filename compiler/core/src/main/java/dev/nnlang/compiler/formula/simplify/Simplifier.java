package dev.nnlang.compiler.formula.simplify;

import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.formula.Numbers;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.Optional;

/**
 * Rewrites a formula into an equal one that is cheap, and does not overflow on the way to a result that can be represented. Equal means: the
 * same value up to rounding wherever the formula has one. A gap may be filled ({@code x / x} becomes 1), but a formula without values on a
 * whole interval, such as {@code exp(log(x))}, keeps that.
 */
public final class Simplifier extends FormulaRewriter {

    /** Real formulas settle after two or three rounds; the bound only keeps rules that undo one another from going on for ever. */
    private static final int ROUNDS = 20;

    private final Assumptions facts;

    private Simplifier(Assumptions facts) {
        this.facts = facts;
    }

    /** The simplest form found; the same for the same formula, always. */
    public static Formula simplify(Formula formula) {
        Formula simple = simplify(formula, Assumptions.NONE);
        Formula guarded = OverflowGuard.protect(simple);
        return guarded.equals(simple) ? simple : OverflowGuard.protect(simplify(guarded, Assumptions.NONE));
    }

    /** The simplest form where the facts hold, as far as algebra leads. */
    public static Formula simplify(Formula formula, Assumptions facts) {
        Simplifier simplifier = new Simplifier(facts);
        Formula current = formula;
        for (int round = 0; round < ROUNDS; round++) {
            Formula next = simplifier.rewrite(current);
            if (next.equals(current)) {
                return current;
            }
            current = next;
        }
        return current;
    }

    @Override
    public Formula visitUnary(Unary unary) {
        Formula argument = rewrite(unary.argument());
        if (argument instanceof Constant constant) {
            double value = Evaluator.apply(unary.operator(), constant.value());
            if (Double.isFinite(value)) {
                return Formula.constant(Numbers.tidy(value));
            }
        }
        return new FunctionRules(facts).simplify(new Unary(unary.operator(), argument));
    }

    @Override
    public Formula visitBinary(Binary binary) {
        Formula parts = super.visitBinary(binary);
        return switch (binary.operator()) {
            case ADD, SUBTRACT -> new SumRules(facts).simplify(parts);
            case MULTIPLY, DIVIDE, POWER -> new ProductRules(facts).simplify(parts);
            case MIN, MAX -> new ExtremumRules(facts).simplify((Binary) parts);
        };
    }

    @Override
    public Formula visitConditional(Conditional conditional) {
        Condition condition = new ConditionRules(facts).simplify(rewrite(conditional.condition()));
        Optional<Boolean> decided = facts.decide(condition);
        if (decided.isPresent()) {
            return rewrite(decided.get() ? conditional.then() : conditional.otherwise());
        }
        Formula then = simplify(conditional.then(), facts.and(condition));
        Formula otherwise = simplify(conditional.otherwise(), facts.andNot(condition));
        return ConditionalRules.simplify(new Conditional(condition, then, otherwise));
    }
}
