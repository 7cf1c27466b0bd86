package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Not;
import dev.nnlang.compiler.formula.Formula.Or;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formula.Variable;
import java.util.function.Function;

/** Rebuilds a formula with its parts rewritten, conditions included. Override the kinds that change; the rest is copied. */
public class FormulaRewriter implements FormulaVisitor<Formula>, ConditionVisitor<Condition> {

    /** Applies {@code step} to every part of the formula, the innermost first, and to the formula itself last. */
    public static Formula transform(Formula formula, Function<Formula, Formula> step) {
        return new FormulaRewriter() {
            @Override
            public Formula rewrite(Formula part) {
                return step.apply(super.rewrite(part));
            }
        }.rewrite(formula);
    }

    public Formula rewrite(Formula formula) {
        return formula.accept(this);
    }

    public Condition rewrite(Condition condition) {
        return condition.accept(this);
    }

    @Override
    public Formula visitConstant(Constant constant) {
        return constant;
    }

    @Override
    public Formula visitVariable(Variable variable) {
        return variable;
    }

    @Override
    public Formula visitUnary(Unary unary) {
        return new Unary(unary.operator(), rewrite(unary.argument()));
    }

    @Override
    public Formula visitBinary(Binary binary) {
        return new Binary(binary.operator(), rewrite(binary.left()), rewrite(binary.right()));
    }

    @Override
    public Formula visitConditional(Conditional conditional) {
        return new Conditional(
                rewrite(conditional.condition()), rewrite(conditional.then()), rewrite(conditional.otherwise()));
    }

    @Override
    public Condition visitComparison(Comparison comparison) {
        return new Comparison(comparison.operator(), rewrite(comparison.left()), rewrite(comparison.right()));
    }

    @Override
    public Condition visitAnd(And and) {
        return new And(rewrite(and.left()), rewrite(and.right()));
    }

    @Override
    public Condition visitOr(Or or) {
        return new Or(rewrite(or.left()), rewrite(or.right()));
    }

    @Override
    public Condition visitNot(Not not) {
        return new Not(rewrite(not.operand()));
    }
}
