package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formula.Variable;

/**
 * One method per kind of formula, none with a default, so that javac names whatever does not know a new kind. Within {@link #visitUnary}
 * and {@link #visitBinary} a switch expression over the operator, without {@code default}, does the same for operators.
 */
public interface FormulaVisitor<R> {

    R visitConstant(Constant constant);

    R visitVariable(Variable variable);

    R visitUnary(Unary unary);

    R visitBinary(Binary binary);

    R visitConditional(Conditional conditional);
}
