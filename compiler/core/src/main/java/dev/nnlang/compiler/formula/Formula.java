package dev.nnlang.compiler.formula;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A scalar expression over named variables. Immutable; equal when written the same. */
public sealed interface Formula {

    /** Calls the visitor's method for this kind of formula. */
    <R> R accept(FormulaVisitor<R> visitor);

    /** A number. */
    record Constant(double value) implements Formula {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return visitor.visitConstant(this);
        }
    }

    /** A variable: an argument such as {@code x}, a parameter such as {@code alpha}, or whatever a kernel binds to the name. */
    record Variable(String name) implements Formula {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return visitor.visitVariable(this);
        }
    }

    /** {@code -a}, or a named function of one argument. */
    record Unary(UnaryOperator operator, Formula argument) implements Formula {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return visitor.visitUnary(this);
        }
    }

    /** {@code a + b}, {@code min(a, b)}, … */
    record Binary(BinaryOperator operator, Formula left, Formula right) implements Formula {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** {@code if condition then a else b}. Only the branch that is chosen counts, whatever the other one evaluates to. */
    record Conditional(Condition condition, Formula then, Formula otherwise) implements Formula {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    /** What an {@code if} asks. */
    sealed interface Condition {

        /** Calls the visitor's method for this kind of condition. */
        <R> R accept(ConditionVisitor<R> visitor);
    }

    /** {@code a < b}. */
    record Comparison(ComparisonOperator operator, Formula left, Formula right) implements Condition {
        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visitComparison(this);
        }
    }

    /** {@code a and b}. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visitAnd(this);
        }
    }

    /** {@code a or b}. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visitOr(this);
        }
    }

    /** {@code not a}. */
    record Not(Condition operand) implements Condition {
        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visitNot(this);
        }
    }

    static Formula constant(double value) {
        return new Constant(value);
    }

    static Formula variable(String name) {
        return new Variable(name);
    }

    /** This formula with every variable that is a key replaced by its formula, all at once; nothing is simplified. */
    default Formula substitute(Map<String, Formula> replacements) {
        return new FormulaRewriter() {
            @Override
            public Formula visitVariable(Variable variable) {
                return replacements.getOrDefault(variable.name(), variable);
            }
        }.rewrite(this);
    }

    /** The names of the variables, in the order in which the written formula first uses them. */
    default Set<String> variables() {
        return FreeVariables.of(this);
    }

    /** How long the formula is, written out: its operators, functions, variables and constants. */
    default int size() {
        return Occurrences.in(List.of(this)).total();
    }
}
