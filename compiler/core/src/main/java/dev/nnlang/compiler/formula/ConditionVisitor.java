package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Not;
import dev.nnlang.compiler.formula.Formula.Or;

/** One method per kind of condition; the counterpart of {@link FormulaVisitor}. */
public interface ConditionVisitor<R> {

    R visitComparison(Comparison comparison);

    R visitAnd(And and);

    R visitOr(Or or);

    R visitNot(Not not);
}
