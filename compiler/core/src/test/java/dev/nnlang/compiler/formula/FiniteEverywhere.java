package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Unary;
import java.util.Map;

/** Tells whether everything that is evaluated on the way to a formula's value is a finite number. */
public final class FiniteEverywhere extends FormulaRewriter {

    private final Map<String, Double> point;
    private boolean finite = true;

    private FiniteEverywhere(Map<String, Double> point) {
        this.point = point;
    }

    public static boolean test(Formula formula, Map<String, Double> point) {
        FiniteEverywhere check = new FiniteEverywhere(point);
        check.rewrite(formula);
        return check.finite;
    }

    @Override
    public Formula rewrite(Formula formula) {
        finite &= Double.isFinite(Evaluator.evaluate(formula, point));
        return super.rewrite(formula);
    }

    /** At 0 a root has no derivative. */
    @Override
    public Formula visitUnary(Unary unary) {
        finite &= unary.operator() != UnaryOperator.SQRT || Evaluator.evaluate(unary.argument(), point) != 0;
        return super.visitUnary(unary);
    }

    /** Nor may a power. */
    @Override
    public Formula visitBinary(Binary binary) {
        finite &= binary.operator() != BinaryOperator.POWER || Evaluator.evaluate(binary.left(), point) != 0;
        return super.visitBinary(binary);
    }

    @Override
    public Formula visitConditional(Conditional conditional) {
        rewrite(conditional.condition());
        boolean holds = Evaluator.evaluate(
                        Formulas.choose(conditional.condition(), Formula.constant(1), Formula.constant(0)), point)
                == 1;
        return rewrite(holds ? conditional.then() : conditional.otherwise());
    }
}
