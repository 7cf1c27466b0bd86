package dev.nnlang.compiler.formula.analyse;

import static dev.nnlang.compiler.formula.Formulas.greater;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formula.Variable;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.formula.range.Assumptions;
import dev.nnlang.compiler.formula.simplify.ConditionRules;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the numbers where a formula of one variable changes from one piece to the next, as far as they can be solved for. */
final class Breakpoints extends FormulaRewriter {

    private final SortedSet<Double> points = new TreeSet<>();

    private Breakpoints() {}

    static SortedSet<Double> of(Formula formula) {
        Breakpoints collector = new Breakpoints();
        collector.rewrite(formula);
        return collector.points;
    }

    @Override
    public Formula visitUnary(Unary unary) {
        if (unary.operator() == UnaryOperator.ABS || unary.operator() == UnaryOperator.SIGN) {
            rewrite(greater(unary.argument(), Formula.constant(0)));
        }
        return super.visitUnary(unary);
    }

    @Override
    public Formula visitBinary(Binary binary) {
        if (binary.operator() == BinaryOperator.MIN || binary.operator() == BinaryOperator.MAX) {
            rewrite(greater(binary.left(), binary.right()));
        }
        return super.visitBinary(binary);
    }

    @Override
    public Condition visitComparison(Comparison comparison) {
        Condition solved = new ConditionRules(Assumptions.NONE).simplify(comparison);
        if (solved instanceof Comparison simple && simple.right() instanceof Constant bound) {
            add(simple.left(), bound.value());
        }
        return super.visitComparison(comparison);
    }

    private void add(Formula asked, double bound) {
        if (asked instanceof Variable) {
            points.add(bound);
        }
        if (asked instanceof Unary call && call.operator() == UnaryOperator.ABS && bound > 0) {
            add(call.argument(), bound);
            add(call.argument(), -bound);
        }
    }
}
